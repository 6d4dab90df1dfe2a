using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Restate.Actors.Hosting.Internal.Previews;

/// <summary>Answers the server, which asks for its UI.</summary>
/// <remarks>Source: restate-server 1.7.12, <c>x-restate-serdes-protocol: v1</c>. Decode takes bytes and gives JSON, encode the other way; 404 for what is unknown, 422 for what cannot be read.</remarks>
internal sealed class PreviewEndpoint(PayloadPreviews previews, IOptions<RestateActorsOptions> options)
{
    public async Task ServeAsync(HttpContext context, bool isDecode)
    {
        var service = (string)context.Request.RouteValues["service"]!;
        var name = (string)context.Request.RouteValues["name"]!;
        if (previews.Find(service, name) is not { } preview)
        {
            await AnswerAsync(context, StatusCodes.Status404NotFound, Message($"There is no preview '{name}' of {service} here."));
            return;
        }

        var body = await ReadAsync(context);
        if (body is not { } bytes)
        {
            await AnswerAsync(context, StatusCodes.Status413PayloadTooLarge, Message("The payload is larger than RestateActorsOptions.MaxMessageBytes."));
            return;
        }

        byte[] answer;
        try
        {
            answer = isDecode ? preview.Decode(bytes) : preview.Encode(bytes);
        }
        catch (Exception error)
        {
            // Whatever serializers and transforms throw says that the bytes are not theirs.
            await AnswerAsync(context, StatusCodes.Status422UnprocessableEntity, Message(error.Message));
            return;
        }

        await AnswerAsync(context, StatusCodes.Status200OK, answer, isDecode ? "application/json" : "application/octet-stream");
    }

    private async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContext context)
    {
        var limit = options.Value.MaxMessageBytes;
        using var body = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await context.Request.Body.ReadAsync(chunk, context.RequestAborted)) > 0)
        {
            if (body.Length + read > limit)
            {
                return null;
            }

            body.Write(chunk, 0, read);
        }

        return body.ToArray();
    }

    private static byte[] Message(string text) => Encoding.UTF8.GetBytes(new JsonObject { ["message"] = text }.ToJsonString());

    private static async Task AnswerAsync(HttpContext context, int status, byte[] body, string contentType = "application/json")
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
