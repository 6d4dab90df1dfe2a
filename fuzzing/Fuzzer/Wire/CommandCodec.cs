using System.Buffers;
using Restate.Actors.Fuzzing.Targets;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Fuzzing.Wire;

/// <summary>Reads the payload of any command, and what was read and written again once more.</summary>
internal static class CommandCodec
{
    /// <summary>Reads a command, writes it, and makes sure that it still says the same.</summary>
    /// <returns><see langword="false"/> if the type is that of no command that is written here.</returns>
    /// <exception cref="ProtocolException">The payload is malformed, or the command may not be written.</exception>
    public static bool RoundTrip(MessageType type, ReadOnlyMemory<byte> payload, ServiceProtocolVersion version)
    {
        return type switch
        {
            MessageType.OutputCommand => Run<OutputCommand>(payload, version),
            MessageType.GetLazyStateCommand => Run<GetLazyStateCommand>(payload, version),
            MessageType.SetStateCommand => Run<SetStateCommand>(payload, version),
            MessageType.ClearStateCommand => Run<ClearStateCommand>(payload, version),
            MessageType.ClearAllStateCommand => Run<ClearAllStateCommand>(payload, version),
            MessageType.GetLazyStateKeysCommand => Run<GetLazyStateKeysCommand>(payload, version),
            MessageType.GetEagerStateCommand => Run<GetEagerStateCommand>(payload, version),
            MessageType.GetEagerStateKeysCommand => Run<GetEagerStateKeysCommand>(payload, version),
            MessageType.GetPromiseCommand => Run<GetPromiseCommand>(payload, version),
            MessageType.PeekPromiseCommand => Run<PeekPromiseCommand>(payload, version),
            MessageType.CompletePromiseCommand => Run<CompletePromiseCommand>(payload, version),
            MessageType.SleepCommand => Run<SleepCommand>(payload, version),
            MessageType.CallCommand => Run<CallCommand>(payload, version),
            MessageType.OneWayCallCommand => Run<OneWayCallCommand>(payload, version),
            MessageType.SendSignalCommand => Run<SendSignalCommand>(payload, version),
            MessageType.RunCommand => Run<RunCommand>(payload, version),
            MessageType.AttachInvocationCommand => Run<AttachInvocationCommand>(payload, version),
            MessageType.GetInvocationOutputCommand => Run<GetInvocationOutputCommand>(payload, version),
            MessageType.CompleteAwakeableCommand => Run<CompleteAwakeableCommand>(payload, version),
            _ => false,
        };
    }

    private static bool Run<TCommand>(ReadOnlyMemory<byte> payload, ServiceProtocolVersion version)
        where TCommand : struct, ICommand<TCommand>
    {
        var first = TCommand.Read(payload);
        var output = new ArrayBufferWriter<byte>();
        new MessageWriter(output, version).Write(first);
        if (FrameHeader.Read(output.WrittenSpan).Length != output.WrittenCount - FrameHeader.Size)
        {
            throw new DefectException($"{TCommand.Type}: the header says another length than what was written.");
        }

        var second = TCommand.Read(output.WrittenMemory[FrameHeader.Size..]);
        var comparison = new FieldComparison(comparePayloads: true);
        second.Compare(first, ref comparison);
        if (!comparison.IsMatch)
        {
            throw new DefectException($"{TCommand.Type}: written and read again it says something else: {comparison.Describe()}");
        }

        return true;
    }
}
