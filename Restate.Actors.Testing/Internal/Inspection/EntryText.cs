using System.Globalization;
using System.Text;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Testing.Internal.Time;
using Restate.Actors.Testing.Internal.Wire;

namespace Restate.Actors.Testing.Internal.Inspection;

/// <summary>Shows one entry of a journal in words.</summary>
internal static class EntryText
{
    private const int LongestPayload = 120;

    public static string NameOf(in JournalEntry entry)
    {
        var name = entry.Type.ToString();
        return name.EndsWith("Command", StringComparison.Ordinal) ? name[..^"Command".Length] : name;
    }

    public static string DetailsOf(in JournalEntry entry)
    {
        return entry.Type.IsNotification ? Describe(Notification.Read(entry.Type, entry.Payload)) : DescribeCommand(entry);
    }

    /// <summary>Shows bytes as text if they are, else as hexadecimal digits.</summary>
    public static string Payload(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return "(empty)";
        }

        var text = Encoding.UTF8.GetString(bytes.Span);
        text = text.Any(static character => char.IsControl(character) || character == '\uFFFD') ? Convert.ToHexString(bytes.Span) : text;
        return text.Length <= LongestPayload ? text : $"{text[..LongestPayload]}… ({bytes.Length} bytes)";
    }

    private static string DescribeCommand(in JournalEntry entry)
    {
        switch (entry.Type)
        {
            case MessageType.InputCommand:
                return Payload(InputCommand.Read(entry.Payload).Value);
            case MessageType.OutputCommand:
                return Result(OutputCommand.Read(entry.Payload).Result);
            case MessageType.SetStateCommand:
                var set = SetStateCommand.Read(entry.Payload);
                return $"{set.Key} = {Payload(set.Value)}";
            case MessageType.ClearStateCommand:
                return ClearStateCommand.Read(entry.Payload).Key;
            case MessageType.GetEagerStateCommand:
                var get = GetEagerStateCommand.Read(entry.Payload);
                return $"{get.Key} = {(get.Value is { } value ? Payload(value) : "(none)")}";
            case MessageType.GetEagerStateKeysCommand:
                return string.Join(", ", GetEagerStateKeysCommand.Read(entry.Payload).Keys);
            case MessageType.GetLazyStateCommand:
                var lazy = GetLazyStateCommand.Read(entry.Payload);
                return $"{lazy.Key} -> completion {lazy.CompletionId}";
            case MessageType.GetLazyStateKeysCommand:
                return $"-> completion {GetLazyStateKeysCommand.Read(entry.Payload).CompletionId}";
            default:
                return DescribeWait(entry);
        }
    }

    private static string DescribeWait(in JournalEntry entry)
    {
        switch (entry.Type)
        {
            case MessageType.SleepCommand:
                var sleep = SleepCommand.Read(entry.Payload);
                var due = WireTime.Of(sleep.WakeUpTime).ToString("u", CultureInfo.InvariantCulture);
                return $"{Named(sleep.Name)}until {due} -> completion {sleep.CompletionId}";
            case MessageType.RunCommand:
                var run = RunCommand.Read(entry.Payload);
                return $"{Named(run.Name)}-> completion {run.CompletionId}";
            case MessageType.GetPromiseCommand:
                var promise = GetPromiseCommand.Read(entry.Payload);
                return $"{promise.Key} -> completion {promise.CompletionId}";
            case MessageType.PeekPromiseCommand:
                var peek = PeekPromiseCommand.Read(entry.Payload);
                return $"{peek.Key} -> completion {peek.CompletionId}";
            case MessageType.CompletePromiseCommand:
                var complete = CompletePromiseCommand.Read(entry.Payload);
                return $"{complete.Key} = {Result(complete.Completion)} -> completion {complete.CompletionId}";
            case MessageType.CompleteAwakeableCommand:
                var awakeable = CompleteAwakeableCommand.Read(entry.Payload);
                return $"{awakeable.AwakeableId} = {Result(awakeable.Result)}";
            default:
                return DescribeCall(entry);
        }
    }

    private static string DescribeCall(in JournalEntry entry)
    {
        switch (entry.Type)
        {
            case MessageType.CallCommand:
                var call = CallCommand.Read(entry.Payload);
                return $"{Target(call.Request)} -> completions {call.InvocationIdCompletionId}, {call.ResultCompletionId}";
            case MessageType.OneWayCallCommand:
                var send = OneWayCallCommand.Read(entry.Payload);
                var delay = send.InvokeTime == 0 ? "" : $" at {WireTime.Of(send.InvokeTime).ToString("u", CultureInfo.InvariantCulture)}";
                return $"{Target(send.Request)}{delay} -> completion {send.InvocationIdCompletionId}";
            case MessageType.SendSignalCommand:
                var signal = SendSignalCommand.Read(entry.Payload);
                return $"{(signal.Signal == SignalId.Cancel ? "cancel" : signal.Signal)} to {signal.TargetInvocationId}";
            case MessageType.AttachInvocationCommand:
                var attach = AttachInvocationCommand.Read(entry.Payload);
                return $"{attach.Target} -> completion {attach.CompletionId}";
            case MessageType.GetInvocationOutputCommand:
                var output = GetInvocationOutputCommand.Read(entry.Payload);
                return $"{output.Target} -> completion {output.CompletionId}";
            default:
                return "";
        }
    }

    private static string Describe(in Notification notification)
    {
        var id = notification.Id == NotificationId.Signal(SignalId.Cancel.Number) ? "cancel" : notification.Id.ToString();
        return $"{id}: " + notification.Result.Kind switch
        {
            NotificationResultKind.Value => Payload(notification.Result.Value),
            NotificationResultKind.Failure => FailureText(notification.Result.Failure!),
            NotificationResultKind.InvocationId => notification.Result.InvocationId,
            NotificationResultKind.StateKeys => string.Join(", ", notification.Result.StateKeys!),
            _ => "done",
        };
    }

    private static string Result(in CommandResult result) => result.Failure is { } failure ? FailureText(failure) : Payload(result.Value);

    private static string FailureText(Failure failure) => $"failed with {failure.Code}: {failure.Message}";

    private static string Target(CallRequest call)
    {
        return $"{call.Service}{(call.Key.Length == 0 ? "" : $"/{call.Key}")}/{call.Handler} {Payload(call.Parameter)}";
    }

    private static string Named(string name) => name.Length == 0 ? "" : $"'{name}' ";
}
