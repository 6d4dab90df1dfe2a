using Google.Protobuf;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Tests.Protocol;

/// <summary>Decodes a payload as the command of its type; returns what the oracle must see and what we write for it.</summary>
internal static class CommandVisitor
{
    /// <summary>Only decodes.</summary>
    public static void Read(MessageType type, byte[] payload) => Visit(type, payload, version: null);

    public static (IMessage Mapped, byte[] Written)? Visit(MessageType type, byte[] payload, ServiceProtocolVersion? version)
    {
        return type switch
        {
            MessageType.OutputCommand => Run<OutputCommand>(OracleMapping.Map),
            MessageType.GetLazyStateCommand => Run<GetLazyStateCommand>(OracleMapping.Map),
            MessageType.SetStateCommand => Run<SetStateCommand>(OracleMapping.Map),
            MessageType.ClearStateCommand => Run<ClearStateCommand>(OracleMapping.Map),
            MessageType.ClearAllStateCommand => Run<ClearAllStateCommand>(OracleMapping.Map),
            MessageType.GetLazyStateKeysCommand => Run<GetLazyStateKeysCommand>(OracleMapping.Map),
            MessageType.GetEagerStateCommand => Run<GetEagerStateCommand>(OracleMapping.Map),
            MessageType.GetEagerStateKeysCommand => Run<GetEagerStateKeysCommand>(OracleMapping.Map),
            MessageType.GetPromiseCommand => Run<GetPromiseCommand>(OracleMapping.Map),
            MessageType.PeekPromiseCommand => Run<PeekPromiseCommand>(OracleMapping.Map),
            MessageType.CompletePromiseCommand => Run<CompletePromiseCommand>(OracleMapping.Map),
            MessageType.SleepCommand => Run<SleepCommand>(OracleMapping.Map),
            MessageType.CallCommand => Run<CallCommand>(OracleMapping.Map),
            MessageType.OneWayCallCommand => Run<OneWayCallCommand>(OracleMapping.Map),
            MessageType.SendSignalCommand => Run<SendSignalCommand>(OracleMapping.Map),
            MessageType.RunCommand => Run<RunCommand>(OracleMapping.Map),
            MessageType.AttachInvocationCommand => Run<AttachInvocationCommand>(OracleMapping.Map),
            MessageType.GetInvocationOutputCommand => Run<GetInvocationOutputCommand>(OracleMapping.Map),
            MessageType.CompleteAwakeableCommand => Run<CompleteAwakeableCommand>(OracleMapping.Map),
            _ => null,
        };

        (IMessage, byte[]) Run<TCommand>(Func<TCommand, IMessage> map)
            where TCommand : struct, ICommand<TCommand>
        {
            var command = TCommand.Read(payload);
            return (map(command), version is { } known ? MessageOutput.Of(command, known) : []);
        }
    }
}
