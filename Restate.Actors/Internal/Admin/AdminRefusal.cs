using System.Net;
using System.Text.Json;

namespace Restate.Actors.Internal.Admin;

/// <summary>An answer of the admin API that is no success, read from any of the shapes it has.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The server's code, or <see langword="null"/> if it gave none.</param>
/// <param name="Message">The server's words without its code; never empty.</param>
/// <param name="IsFromIngress">Whether the ingress answered, that is, the admin address is wrong.</param>
internal sealed record AdminRefusal(HttpStatusCode Status, string? Code, string Message, bool IsFromIngress = false)
{
    public const string EndpointUnreachable = "META0003";

    private const int LongestMessage = 2_000;
    private const string NoText = "(no text)";
    private const string DiscoveryStatus = "got status code '";

    /// <summary>Gets whether the server said anything. An unknown route is answered without a text.</summary>
    public bool HasText => Message != NoText;

    /// <summary>Gets the status with which the endpoint answered discovery, or <see langword="null"/> if it did not answer.</summary>
    public int? EndpointStatus
    {
        get
        {
            var start = Message.IndexOf(DiscoveryStatus, StringComparison.Ordinal) + DiscoveryStatus.Length;
            return start >= DiscoveryStatus.Length && start + 3 <= Message.Length && int.TryParse(Message.AsSpan(start, 3), out var status) ? status : null;
        }
    }

    /// <summary>Gets whether the server asked with HTTP/2 what speaks HTTP/1.1 only.</summary>
    /// <remarks>Kestrel says so in HTTP/2; the code is for endpoints which just answer in HTTP/1.1.</remarks>
    public bool NeedsHttp11 => Code == "META0014" || Message.Contains("endpoint requires HTTP/1.1", StringComparison.Ordinal);

    /// <summary>Gets whether the server asked with HTTP/1.1 what speaks HTTP/2 only.</summary>
    public bool NeedsHttp2 => EndpointStatus == 400 && Message.Contains("sent to an HTTP/2 only endpoint", StringComparison.Ordinal);

    /// <summary>Gets whether the same request may be accepted a little later.</summary>
    public bool IsTransient => Code == EndpointUnreachable
        ? !NeedsHttp11 && EndpointStatus is null or 408 or 429 or >= 500
        : Status is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    /// <summary>Reads JSON with a code, JSON without one, plain text, or nothing.</summary>
    public static AdminRefusal Read(HttpStatusCode status, string body, bool isFromIngress = false)
    {
        var (message, code) = ReadJson(body) ?? (body, null);
        return new AdminRefusal(status, code, Clean(message, code), isFromIngress);
    }

    private static (string Message, string? Code)? ReadJson(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return ReadString(document.RootElement, "message") is { } message
                ? (message, ReadString(document.RootElement, "restate_code"))
                : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The second is how the reader says that a text in it is no Unicode.
            return null;
        }
    }

    private static string? ReadString(JsonElement element, string property) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static string Clean(string message, string? code)
    {
        // The server writes its code in front of the message, often twice.
        var text = message.Trim();
        while (code is not null && text.StartsWith($"[{code}]", StringComparison.Ordinal))
        {
            text = text[(code.Length + 2)..].TrimStart();
        }

        return text.Length switch
        {
            0 => NoText,
            > LongestMessage => $"{text[..LongestMessage]}...",
            _ => text,
        };
    }
}
