using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Restate.Actors.Lambda.Internal;

/// <summary>Writes the answer to an event.</summary>
internal static class LambdaResponse
{
    public static Stream Of(HttpResponse response, ReadOnlySpan<byte> body)
    {
        return Write(response.StatusCode, response.Headers.Select(header => KeyValuePair.Create(header.Key, header.Value.ToString())), body);
    }

    public static Stream Failed(string message)
    {
        return Write(StatusCodes.Status500InternalServerError, [KeyValuePair.Create("content-type", "text/plain; charset=utf-8")], Encoding.UTF8.GetBytes(message));
    }

    private static MemoryStream Write(int status, IEnumerable<KeyValuePair<string, string>> headers, ReadOnlySpan<byte> body)
    {
        var output = new MemoryStream();
        using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            writer.WriteNumber("statusCode", status);
            writer.WriteStartObject("headers");
            foreach (var (name, value) in headers)
            {
                writer.WriteString(name.ToLowerInvariant(), value);
            }

            writer.WriteEndObject();
            writer.WriteBase64String("body", body);
            writer.WriteBoolean("isBase64Encoded", true);
            writer.WriteEndObject();
        }

        output.Position = 0;
        return output;
    }
}
