using System.Text.Json;
using Restate.Actors.Dashboard.Internal.Views;

namespace Restate.Actors.Dashboard.Internal.Server;

/// <summary>An entry of a journal as the server describes it without payloads. What is not known is left out.</summary>
/// <param name="Step">The entry.</param>
/// <param name="Awaits">The completion that gives it its result; none for commands that have none.</param>
/// <param name="Completes">The completion that it is.</param>
/// <param name="IsHidden">Whether it says nothing to a reader: the id of a callee, which the call shows already.</param>
internal sealed record JournalEntry(StepView Step, long? Awaits = null, long? Completes = null, bool IsHidden = false)
{
    public static JournalEntry Read(JournalRow row)
    {
        var unknown = new StepView { Index = row.Index, Type = "?", StartedAt = row.AppendedAt };
        if (row.Entry is null)
        {
            return new JournalEntry(unknown);
        }

        using var document = JsonDocument.Parse(row.Entry);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            return new JournalEntry(unknown);
        }

        if (root.TryGetProperty("Command", out var command))
        {
            return ReadCommand(unknown, command);
        }

        return root.TryGetProperty("Notification", out var notification) && notification.ValueKind == JsonValueKind.Object
            ? ReadNotification(unknown, notification)
            : new JournalEntry(unknown with { Type = FirstName(root) ?? "?" });
    }

    private static JournalEntry ReadCommand(StepView step, JsonElement command)
    {
        var type = FirstName(command) ?? "?";
        var body = command.ValueKind == JsonValueKind.Object && command.TryGetProperty(type, out var found) && found.ValueKind == JsonValueKind.Object ? found : default;
        var awaits = NumberOf(body, "result_completion_id") ?? NumberOf(body, "completion_id");
        return new JournalEntry(
            step with
            {
                Type = type,
                Name = TextOf(body, "name"),
                Subject = TargetOf(body) ?? TextOf(body, "key") ?? TextOf(body, "signal_name") ?? TextOf(body, "id"),
                InvocationId = TextOf(body, "invocation_id") ?? TextOf(body, "target_invocation_id"),
                Until = NumberOf(body, "wake_up_time") is { } time ? DateTimeOffset.FromUnixTimeMilliseconds(time) : null,
                Result = TextOf(body, "result"),
            },
            awaits);
    }

    private static JournalEntry ReadNotification(StepView step, JsonElement notification)
    {
        var id = notification.TryGetProperty("id", out var found) ? found : default;
        var result = TextOf(notification, "result");
        if (NumberOf(id, "CompletionId") is { } completion)
        {
            // The id of a callee comes in a completion of its own, which nothing here waits for.
            return result == "InvocationId"
                ? new JournalEntry(step, IsHidden: true)
                : new JournalEntry(step with { Result = result }, Completes: completion);
        }

        var name = TextOf(id, "SignalName");
        var index = NumberOf(id, "SignalIndex");
        return new JournalEntry(step with { Type = SignalNames.TypeOf(index), Subject = name, EndedAt = step.StartedAt, Result = result });
    }

    private static string? TargetOf(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("invocation_target", out var target) || FirstName(target) is not { } kind)
        {
            return null;
        }

        var parts = target.GetProperty(kind);
        string?[] names = [TextOf(parts, "name"), TextOf(parts, "key"), TextOf(parts, "handler")];
        return string.Join('/', names.Where(name => name is not null));
    }

    private static string? FirstName(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject().Select(property => property.Name).FirstOrDefault()
        : element.ValueKind == JsonValueKind.String ? element.GetString()
        : null;

    private static string? TextOf(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            && value.GetString() is { Length: > 0 } text ? text : null;

    private static long? NumberOf(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
            ? number : null;
}
