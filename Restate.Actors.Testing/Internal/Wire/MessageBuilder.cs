using System.Buffers;
using System.Text;

namespace Restate.Actors.Testing.Internal.Wire;

/// <summary>Writes the protobuf fields of messages that only a server sends.</summary>
internal sealed class MessageBuilder
{
    private const uint Varint = 0;
    private const uint Delimited = 2;

    private readonly ArrayBufferWriter<byte> _output = new();

    public MessageBuilder UInt(int field, ulong value)
    {
        WriteVarint(((uint)field << 3) | Varint);
        WriteVarint(value);
        return this;
    }

    public MessageBuilder UIntUnlessZero(int field, ulong value) => value == 0 ? this : UInt(field, value);

    public MessageBuilder Bytes(int field, ReadOnlyMemory<byte> value)
    {
        WriteVarint(((uint)field << 3) | Delimited);
        WriteVarint((ulong)value.Length);
        _output.Write(value.Span);
        return this;
    }

    public MessageBuilder Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public MessageBuilder Message(int field, MessageBuilder message) => Bytes(field, message.Build());

    public ReadOnlyMemory<byte> Build() => _output.WrittenMemory;

    private void WriteVarint(ulong value)
    {
        var span = _output.GetSpan(10);
        var length = 0;
        while (value >= 0x80)
        {
            span[length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        span[length++] = (byte)value;
        _output.Advance(length);
    }
}
