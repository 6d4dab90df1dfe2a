using System.Buffers;
using System.Diagnostics;
using System.Text;

namespace Restate.Actors.Internal.Protocol;

/// <summary>Writes protobuf fields; the caller keeps them in ascending order, so that the output is canonical.</summary>
/// <remarks>
/// Plain methods leave out proto3 defaults. Lengths of nested messages are stated before their content, hence computed with
/// <see cref="ProtobufSize"/>. Large contents go out piece by piece: the output never has to provide one huge block.
/// </remarks>
internal ref struct ProtobufWriter
{
    private const int MaxVarintField = ProtobufSize.Tag + 10;
    private const int LargestDirectString = 1024;

    private readonly IBufferWriter<byte> _output;
    private Span<byte> _span;
    private int _position;
    private int _committed;

    public ProtobufWriter(IBufferWriter<byte> output, int sizeHint = 0)
    {
        _output = output;
        _span = output.GetSpan(Math.Clamp(sizeHint, MaxVarintField, LargestDirectString));
    }

    /// <summary>Gets how many bytes were written through this writer.</summary>
    public readonly int Written => _committed + _position;

    public void WriteHeader(FrameHeader header)
    {
        Ensure(FrameHeader.Size);
        header.Write(_span[_position..]);
        _position += FrameHeader.Size;
    }

    public void WriteUInt32(int field, uint value) => WriteUInt64(field, value);

    public void WriteUInt64(int field, ulong value)
    {
        if (value != 0)
        {
            WriteUInt64Always(field, value);
        }
    }

    /// <summary>Writes a number with explicit presence (optional, or member of a oneof), also zero.</summary>
    public void WriteUInt64Always(int field, ulong value)
    {
        Ensure(MaxVarintField);
        WriteTag(field, WireType.Varint);
        WriteVarint(value);
    }

    public void WriteBool(int field, bool value) => WriteUInt64(field, value ? 1UL : 0UL);

    public void WriteString(int field, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            WriteStringAlways(field, value);
        }
    }

    /// <summary>Writes a string with explicit presence: nothing for <see langword="null"/>, but also the empty string.</summary>
    public void WriteOptionalString(int field, string? value)
    {
        if (value is not null)
        {
            WriteStringAlways(field, value);
        }
    }

    public void WriteStringAlways(int field, string value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        WriteLengthPrefix(field, length);
        if (length <= LargestDirectString)
        {
            Ensure(length);
            _position += Encoding.UTF8.GetBytes(value, _span[_position..]);
            return;
        }

        var rented = ArrayPool<byte>.Shared.Rent(length);
        WriteRaw(rented.AsSpan(0, Encoding.UTF8.GetBytes(value, rented)));
        ArrayPool<byte>.Shared.Return(rented);
    }

    public void WriteStrings(int field, IReadOnlyList<string> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            WriteStringAlways(field, values[i]);
        }
    }

    public void WriteBytes(int field, ReadOnlyMemory<byte> value)
    {
        if (!value.IsEmpty)
        {
            WriteBytesAlways(field, value);
        }
    }

    /// <summary>Writes bytes with explicit presence (member of a oneof), also none.</summary>
    public void WriteBytesAlways(int field, ReadOnlyMemory<byte> value)
    {
        WriteLengthPrefix(field, value.Length);
        WriteRaw(value.Span);
    }

    /// <summary>Writes a <c>Value</c> message; with no content it is still there, which is what tells empty from missing.</summary>
    public void WriteValueMessage(int field, ReadOnlyMemory<byte> content)
    {
        WriteLengthPrefix(field, ProtobufSize.Bytes(content));
        WriteBytes(1, content);
    }

    /// <summary>Writes a message without content: <c>tag 00</c>.</summary>
    public void WriteEmptyMessage(int field) => WriteLengthPrefix(field, length: 0);

    public void WriteHeaders(int field, IReadOnlyList<Header> headers)
    {
        for (var i = 0; i < headers.Count; i++)
        {
            WriteLengthPrefix(field, headers[i].GetLength());
            headers[i].Write(ref this);
        }
    }

    public void WritePackedUInt32(int field, IReadOnlyList<uint> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        WriteLengthPrefix(field, ProtobufSize.PackedContent(values));
        for (var i = 0; i < values.Count; i++)
        {
            Ensure(MaxVarintField);
            WriteVarint(values[i]);
        }
    }

    /// <summary>Begins a nested message or another delimited field.</summary>
    public void WriteLengthPrefix(int field, int length)
    {
        Ensure(MaxVarintField);
        WriteTag(field, WireType.Length);
        WriteVarint((uint)length);
    }

    /// <summary>Hands the bytes to the output. The writer is used up.</summary>
    public void Complete()
    {
        _output.Advance(_position);
        _committed += _position;
        _position = 0;
        _span = default;
    }

    private void WriteTag(int field, uint wireType)
    {
        Debug.Assert(field is > 0 and < 16, "Lengths are computed for tags of one byte.");
        _span[_position++] = (byte)(((uint)field << 3) | wireType);
    }

    private void WriteVarint(ulong value)
    {
        var span = _span;
        var position = _position;
        while (value >= 0x80)
        {
            span[position++] = (byte)(value | 0x80);
            value >>= 7;
        }

        span[position++] = (byte)value;
        _position = position;
    }

    private void WriteRaw(ReadOnlySpan<byte> bytes)
    {
        while (true)
        {
            var count = Math.Min(bytes.Length, _span.Length - _position);
            bytes[..count].CopyTo(_span[_position..]);
            _position += count;
            bytes = bytes[count..];
            if (bytes.IsEmpty)
            {
                return;
            }

            Ensure(1);
        }
    }

    private void Ensure(int count)
    {
        if (_span.Length - _position < count)
        {
            _output.Advance(_position);
            _committed += _position;
            _position = 0;
            _span = _output.GetSpan(count);
        }
    }
}
