using Restate.Actors.Fuzzing.Wire;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Fuzzing.Tests.Properties;

/// <summary>Commands as the model names them.</summary>
internal static class CommandText
{
    public static string Of(RawFrame frame) => frame.MessageType switch
    {
        MessageType.SetStateCommand => $"Set {SetStateCommand.Read(frame.Payload).Key}",
        MessageType.ClearStateCommand => $"Clear {ClearStateCommand.Read(frame.Payload).Key}",
        MessageType.ClearAllStateCommand => "ClearAll",
        MessageType.GetEagerStateCommand => $"GetEager {GetEagerStateCommand.Read(frame.Payload).Key}",
        MessageType.GetLazyStateCommand => $"GetLazy {GetLazyStateCommand.Read(frame.Payload).Key} {GetLazyStateCommand.Read(frame.Payload).CompletionId}",
        MessageType.GetEagerStateKeysCommand => $"GetEagerKeys {string.Join('+', GetEagerStateKeysCommand.Read(frame.Payload).Keys)}",
        MessageType.GetLazyStateKeysCommand => $"GetLazyKeys {GetLazyStateKeysCommand.Read(frame.Payload).CompletionId}",
        MessageType.SleepCommand => $"Sleep {SleepCommand.Read(frame.Payload).CompletionId}",
        MessageType.RunCommand => $"Run {RunCommand.Read(frame.Payload).CompletionId}",
        MessageType.CallCommand => $"Call {CallCommand.Read(frame.Payload).InvocationIdCompletionId} {CallCommand.Read(frame.Payload).ResultCompletionId}",
        MessageType.OneWayCallCommand => $"Send {OneWayCallCommand.Read(frame.Payload).InvocationIdCompletionId}",
        MessageType.GetPromiseCommand => $"GetPromise {GetPromiseCommand.Read(frame.Payload).CompletionId}",
        MessageType.SendSignalCommand => "Cancel child",
        MessageType.OutputCommand => "Output",
        _ => frame.MessageType.ToString(),
    };

    /// <summary>Names a result in the same way wherever it came from.</summary>
    public static string Of(NotificationId id, NotificationResult result) => $"{id}={result.Kind};";
}
