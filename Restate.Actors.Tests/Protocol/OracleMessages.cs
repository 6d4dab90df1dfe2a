using Google.Protobuf;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Tests.Protocol;

/// <summary>Finds the oracle's parser for a message type.</summary>
internal static class OracleMessages
{
    public static MessageParser Parser(MessageType type, ServiceProtocolVersion version) => type switch
    {
        MessageType.Start => Oracle.StartMessage.Parser,
        MessageType.Suspension when version < ServiceProtocolVersion.V7 => Oracle.SuspensionMessageFlat.Parser,
        MessageType.Suspension => Oracle.SuspensionMessage.Parser,
        MessageType.Error => Oracle.ErrorMessage.Parser,
        MessageType.End => Oracle.EndMessage.Parser,
        MessageType.CommandAck => Oracle.CommandAckMessage.Parser,
        MessageType.ProposeRunCompletion => Oracle.ProposeRunCompletionMessage.Parser,
        MessageType.AwaitingOn => Oracle.AwaitingOnMessage.Parser,
        MessageType.ProposeRunCompletionAck => Oracle.ProposeRunCompletionAckMessage.Parser,
        MessageType.InputCommand => Oracle.InputCommandMessage.Parser,
        MessageType.OutputCommand => Oracle.OutputCommandMessage.Parser,
        MessageType.GetLazyStateCommand => Oracle.GetLazyStateCommandMessage.Parser,
        MessageType.SetStateCommand => Oracle.SetStateCommandMessage.Parser,
        MessageType.ClearStateCommand => Oracle.ClearStateCommandMessage.Parser,
        MessageType.ClearAllStateCommand => Oracle.ClearAllStateCommandMessage.Parser,
        MessageType.GetLazyStateKeysCommand => Oracle.GetLazyStateKeysCommandMessage.Parser,
        MessageType.GetEagerStateCommand => Oracle.GetEagerStateCommandMessage.Parser,
        MessageType.GetEagerStateKeysCommand => Oracle.GetEagerStateKeysCommandMessage.Parser,
        MessageType.GetPromiseCommand => Oracle.GetPromiseCommandMessage.Parser,
        MessageType.PeekPromiseCommand => Oracle.PeekPromiseCommandMessage.Parser,
        MessageType.CompletePromiseCommand => Oracle.CompletePromiseCommandMessage.Parser,
        MessageType.SleepCommand => Oracle.SleepCommandMessage.Parser,
        MessageType.CallCommand => Oracle.CallCommandMessage.Parser,
        MessageType.OneWayCallCommand => Oracle.OneWayCallCommandMessage.Parser,
        MessageType.SendSignalCommand => Oracle.SendSignalCommandMessage.Parser,
        MessageType.RunCommand => Oracle.RunCommandMessage.Parser,
        MessageType.AttachInvocationCommand => Oracle.AttachInvocationCommandMessage.Parser,
        MessageType.GetInvocationOutputCommand => Oracle.GetInvocationOutputCommandMessage.Parser,
        MessageType.CompleteAwakeableCommand => Oracle.CompleteAwakeableCommandMessage.Parser,
        MessageType.GetLazyStateCompletion => Oracle.GetLazyStateCompletionNotificationMessage.Parser,
        MessageType.GetLazyStateKeysCompletion => Oracle.GetLazyStateKeysCompletionNotificationMessage.Parser,
        MessageType.GetPromiseCompletion => Oracle.GetPromiseCompletionNotificationMessage.Parser,
        MessageType.PeekPromiseCompletion => Oracle.PeekPromiseCompletionNotificationMessage.Parser,
        MessageType.CompletePromiseCompletion => Oracle.CompletePromiseCompletionNotificationMessage.Parser,
        MessageType.SleepCompletion => Oracle.SleepCompletionNotificationMessage.Parser,
        MessageType.CallCompletion => Oracle.CallCompletionNotificationMessage.Parser,
        MessageType.CallInvocationIdCompletion => Oracle.CallInvocationIdCompletionNotificationMessage.Parser,
        MessageType.RunCompletion => Oracle.RunCompletionNotificationMessage.Parser,
        MessageType.AttachInvocationCompletion => Oracle.AttachInvocationCompletionNotificationMessage.Parser,
        MessageType.GetInvocationOutputCompletion => Oracle.GetInvocationOutputCompletionNotificationMessage.Parser,
        MessageType.SignalNotification => Oracle.SignalNotificationMessage.Parser,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, message: null),
    };
}
