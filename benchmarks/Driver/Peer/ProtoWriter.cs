using System.Buffers;
using System.Text;

namespace Restate.Actors.Benchmarks.Driver.Peer;

/// <summary>Writes the few protobuf fields that the server's side of the protocol needs. Independent of the code that is measured.</summary>
internal sealed class ProtoWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    public ProtoWriter Number(int field, ulong value)
    {
        Varint((uint)field << 3);
        Varint(value);
        return this;
    }

    public ProtoWriter Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public ProtoWriter Bytes(int field, ReadOnlySpan<byte> value)
    {
        Varint(((uint)field << 3) | 2);
        Varint((uint)value.Length);
        _bytes.Write(value);
        return this;
    }

    /// <summary>Writes a <c>Value</c> message.</summary>
    public ProtoWriter Value(int field, ReadOnlySpan<byte> content) => Bytes(field, new ProtoWriter().Bytes(1, content).ToArray());

    private void Varint(ulong value)
    {
        while (value >= 0x80)
        {
            _bytes.Write([(byte)(value | 0x80)]);
            value >>= 7;
        }

        _bytes.Write([(byte)value]);
    }
}
