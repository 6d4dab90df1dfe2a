using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Restate.Actors.Lambda.Internal;

/// <summary>The HTTP request that an event stands for.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path, decoded except for its slashes.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The body.</param>
/// <remarks>Source: Restate server, crates/service-client/src/lambda.rs: API Gateway's proxy request, version 1, body in Base64. Version 2 comes from function URLs.</remarks>
internal sealed record LambdaRequest(string Method, PathString Path, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    public static async Task<LambdaRequest> ReadAsync(Stream lambdaEvent, CancellationToken cancellationToken)
    {
        using var document = await JsonDocument.ParseAsync(lambdaEvent, default, cancellationToken);
        try
        {
            return Read(document.RootElement);
        }
        catch (InvalidOperationException error)
        {
            // That is how the reader of JSON says it, once it has found the end of the text.
            throw new JsonException($"The event holds text that is not valid Unicode: {error.Message}", error);
        }
    }

    private static LambdaRequest Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || (Text(root, "path") ?? Text(root, "rawPath")) is not { } path)
        {
            throw new JsonException("The event is no HTTP request: it has neither 'path' nor 'rawPath'. This function is for the Restate server, or for a function URL.");
        }

        return new LambdaRequest(Text(root, "httpMethod") ?? MethodOf(root) ?? "POST", PathOf(path), HeadersOf(root), BodyOf(root));
    }

    private static PathString PathOf(string path)
    {
        try
        {
            return PathString.FromUriComponent(path.StartsWith('/') ? path : $"/{path}");
        }
        catch (InvalidOperationException error)
        {
            throw new JsonException($"The path of the event cannot be decoded: {error.Message}", error);
        }
    }

    private static string? Text(JsonElement element, string name)
    {
        return element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }

    private static string? MethodOf(JsonElement root)
    {
        return root.TryGetProperty("requestContext", out var context) && context.ValueKind == JsonValueKind.Object
            && context.TryGetProperty("http", out var http) && http.ValueKind == JsonValueKind.Object
            ? Text(http, "method")
            : null;
    }

    private static IReadOnlyList<KeyValuePair<string, string>> HeadersOf(JsonElement root)
    {
        return root.TryGetProperty("headers", out var headers) && headers.ValueKind == JsonValueKind.Object
            ? [.. headers.EnumerateObject().Where(header => header.Value.ValueKind == JsonValueKind.String).Select(header => KeyValuePair.Create(NameOf(header), header.Value.GetString()!))]
            : [];
    }

    private static string NameOf(JsonProperty header)
    {
        return header.Name.Length > 0 ? header.Name : throw new JsonException("The event is no HTTP request: it has a header without a name.");
    }

    private static byte[] BodyOf(JsonElement root)
    {
        if (!root.TryGetProperty("body", out var body) || body.ValueKind != JsonValueKind.String)
        {
            return [];
        }

        var isBase64 = root.TryGetProperty("isBase64Encoded", out var flag) && flag.ValueKind == JsonValueKind.True;
        if (!isBase64)
        {
            return Encoding.UTF8.GetBytes(body.GetString()!);
        }

        return body.TryGetBytesFromBase64(out var bytes) ? bytes : throw new JsonException("The body of the event is not Base64, although 'isBase64Encoded' says so.");
    }
}
