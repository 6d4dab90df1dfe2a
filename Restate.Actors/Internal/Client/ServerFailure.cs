using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using Restate.Actors.Internal.Http;

namespace Restate.Actors.Internal.Client;

/// <summary>What the body of a failure says: the server's JSON, the JSON of its admin API, plain text, or nothing.</summary>
/// <remarks>A stack trace that the server sends is not read: it is not meant for callers.</remarks>
internal sealed class ServerFailure
{
    private const int LongestText = 1024;

    private ServerFailure(int code, string message, IReadOnlyDictionary<string, string> metadata)
    {
        Code = code;
        Message = message;
        Metadata = metadata;
    }

    public int Code { get; }

    public string Message { get; }

    public IReadOnlyDictionary<string, string> Metadata { get; }

    public static ServerFailure Read(ServerResponse response)
    {
        var failure = ReadJson(response) ?? new ServerFailure(response.Status, Text(response.Body.Span), FrozenDictionary<string, string>.Empty);
        return response.Source == ErrorSource.Invocation ? failure : failure.WithoutBacktrace();
    }

    private static ServerFailure? ReadJson(ServerResponse response)
    {
        try
        {
            using var document = JsonDocument.Parse(response.Body);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.String
                ? new ServerFailure(CodeOf(root) ?? response.Status, message.GetString()!, MetadataOf(root))
                : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The second is how the reader says that a text in it is no Unicode.
            return null;
        }
    }

    private static int? CodeOf(JsonElement root)
    {
        return root.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out var number) ? number : null;
    }

    private static IReadOnlyDictionary<string, string> MetadataOf(JsonElement root)
    {
        if (!root.TryGetProperty("metadata", out var metadata) || metadata.ValueKind != JsonValueKind.Object)
        {
            return FrozenDictionary<string, string>.Empty;
        }

        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in metadata.EnumerateObject())
        {
            pairs[pair.Name] = pair.Value.ValueKind == JsonValueKind.String ? pair.Value.GetString()! : pair.Value.GetRawText();
        }

        return pairs;
    }

    private static string Text(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, LongestText)]).Trim();
        return text.Length == 0 ? "no text" : text;
    }

    // "cannot read body: ..." comes with the backtrace of the server in its message.
    private ServerFailure WithoutBacktrace()
    {
        var end = Message.IndexOf("stack backtrace", StringComparison.OrdinalIgnoreCase);
        var frames = Message.IndexOf("\n   0: ", StringComparison.Ordinal);
        end = end < 0 || (frames >= 0 && frames < end) ? frames : end;
        return end < 0 ? this : new ServerFailure(Code, Message[..end].TrimEnd(), Metadata);
    }
}
