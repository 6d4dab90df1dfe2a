using System.Buffers;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Tests.Protocol;

/// <summary>An output that hands out blocks as small as it may, so that every message is cut in many places.</summary>
internal sealed class MessageOutput(int spare = 0) : IBufferWriter<byte>
{
    private readonly ArrayBufferWriter<byte> _all = new();
    private byte[] _block = [];

    public ReadOnlySpan<byte> Written => _all.WrittenSpan;

    /// <summary>Gets the bytes that <paramref name="write"/> produces, header included.</summary>
    public static byte[] Of(ServiceProtocolVersion version, Action<MessageWriter> write)
    {
        var output = new MessageOutput();
        write(new MessageWriter(output, version));
        return output.Written.ToArray();
    }

    /// <summary>Gets the bytes of one command, header included.</summary>
    public static byte[] Of<TCommand>(TCommand command, ServiceProtocolVersion version = ServiceProtocolVersion.V7)
        where TCommand : struct, ICommand<TCommand> => Of(version, writer => writer.Write(command));

    public void Advance(int count) => _all.Write(_block.AsSpan(0, count));

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        _block = new byte[Math.Max(sizeHint, 1) + spare];
        return _block;
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
}
