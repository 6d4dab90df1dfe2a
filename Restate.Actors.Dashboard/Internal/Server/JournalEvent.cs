using System.Text.Json;
using Restate.Actors.Dashboard.Internal.Views;

namespace Restate.Actors.Dashboard.Internal.Server;

/// <summary>Reads an event of an invocation. What is not known is left out: the server's newer versions may have more.</summary>
internal static class JournalEvent
{
    private const int LongestText = 8_000;

    public static EventView Read(EventRow row)
    {
        var view = new EventView { Type = row.EventType, At = row.AppendedAt, AfterIndex = row.AfterIndex };
        if (row.EventJson is null)
        {
            return view;
        }

        using var document = JsonDocument.Parse(row.EventJson);
        var root = document.RootElement;

        // A pause carries the failure that led to it one level down.
        var failure = root.TryGetProperty("last_failure", out var last) && last.ValueKind == JsonValueKind.Object ? last : root;
        return view with
        {
            Message = TextOf(failure, "error_message"),
            StackTrace = TextOf(failure, "error_stacktrace"),
            Code = TextOf(failure, "restate_doc_error_code"),
            Command = TextOf(failure, "related_command_type") is { } type ? $"{type} {TextOf(failure, "related_command_name")}".TrimEnd() : null,
        };
    }

    private static string? TextOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text.Length > LongestText ? $"{text[..LongestText]}…" : text
            : null;
}
