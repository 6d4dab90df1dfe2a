using System.Text;
using System.Text.Unicode;

namespace Restate.Actors.Internal.Protocol;

/// <summary>Reads the fields of one protobuf message; bytes fields are slices of the input, not copies.</summary>
/// <remarks>
/// Use: <c>while (reader.TryReadTag(out var tag)) switch (tag) { case (1 &lt;&lt; 3) | WireType.Varint: … default: reader.Skip(tag); }</c>.
/// A known field with another wire type falls into <see cref="Skip(uint)"/> like an unknown one, as protobuf asks for.
/// Whatever the input is, no other exception than <see cref="ProtocolException"/> comes out.
/// </remarks>
internal ref struct ProtobufReader
{
    private const int MaxGroupDepth = 64;

    private readonly ReadOnlyMemory<byte> _memory;
    private readonly ReadOnlySpan<byte> _span;
    private int _position;

    public ProtobufReader(ReadOnlyMemory<byte> message)
    {
        _memory = message;
        _span = message.Span;
    }

    private ProtobufReader(ReadOnlyMemory<byte> memory, ReadOnlySpan<byte> span)
    {
        _memory = memory;
        _span = span;
    }

    /// <summary>Reads the next tag.</summary>
    /// <returns><see langword="false"/> at the end of the message.</returns>
    public bool TryReadTag(out uint tag)
    {
        if (_position >= _span.Length)
        {
            tag = 0;
            return false;
        }

        tag = ReadTag();
        return true;
    }

    public ulong ReadUInt64()
    {
        var span = _span;
        var position = _position;
        if ((uint)position < (uint)span.Length && span[position] < 0x80)
        {
            _position = position + 1;
            return span[position];
        }

        return ReadLongVarint();
    }

    /// <summary>Reads a varint and keeps the low 32 bits, as protobuf does for values that are too large.</summary>
    public uint ReadUInt32() => (uint)ReadUInt64();

    public bool ReadBool() => ReadUInt64() != 0;

    public ReadOnlyMemory<byte> ReadBytes()
    {
        var length = ReadLength();
        var result = _memory.Slice(_position, length);
        _position += length;
        return result;
    }

    /// <summary>Reads a string, or a bytes field that holds text (state keys).</summary>
    public string ReadString()
    {
        var bytes = ReadSpan();
        if (!Utf8.IsValid(bytes))
        {
            throw ProtocolException.Malformed("a string is not valid UTF-8");
        }

        return Encoding.UTF8.GetString(bytes);
    }

    /// <summary>Reads a nested message: the result covers its bytes, this reader goes on after them.</summary>
    public ProtobufReader ReadMessage()
    {
        var length = ReadLength();
        var result = new ProtobufReader(_memory.Slice(_position, length), _span.Slice(_position, length));
        _position += length;
        return result;
    }

    /// <summary>Reads over a nested message of which nothing is needed, but which must be well-formed.</summary>
    public void ReadEmptyMessage()
    {
        var nested = ReadMessage();
        while (nested.TryReadTag(out var tag))
        {
            nested.Skip(tag);
        }
    }

    /// <summary>Reads a nested <c>Value</c> message and returns its content.</summary>
    public ReadOnlyMemory<byte> ReadValueMessage()
    {
        var nested = ReadMessage();
        ReadOnlyMemory<byte> content = default;
        while (nested.TryReadTag(out var tag))
        {
            switch (tag)
            {
                case (1 << 3) | WireType.Length:
                    content = nested.ReadBytes();
                    break;
                default:
                    nested.Skip(tag);
                    break;
            }
        }

        return content;
    }

    /// <summary>Reads a nested <c>StateKeys</c> message.</summary>
    public IReadOnlyList<string> ReadStateKeysMessage()
    {
        var nested = ReadMessage();
        List<string>? keys = null;
        while (nested.TryReadTag(out var tag))
        {
            switch (tag)
            {
                case (1 << 3) | WireType.Length:
                    (keys ??= []).Add(nested.ReadString());
                    break;
                default:
                    nested.Skip(tag);
                    break;
            }
        }

        return keys ?? (IReadOnlyList<string>)[];
    }

    /// <summary>Reads a packed repeated <c>uint32</c>; the unpacked form is one <see cref="ReadUInt32"/> per tag.</summary>
    public void ReadPackedUInt32(List<uint> destination)
    {
        var nested = ReadMessage();
        while (nested._position < nested._span.Length)
        {
            destination.Add(nested.ReadUInt32());
        }
    }

    /// <summary>Skips the field whose tag was just read.</summary>
    public void Skip(uint tag) => Skip(tag, depth: 0);

    private void Skip(uint tag, int depth)
    {
        switch (tag & 7)
        {
            case WireType.Varint:
                _ = ReadUInt64();
                break;
            case WireType.Fixed64:
                Advance(sizeof(ulong));
                break;
            case WireType.Length:
                Advance(ReadLength());
                break;
            case WireType.StartGroup:
                SkipGroup(tag, depth + 1);
                break;
            case WireType.Fixed32:
                Advance(sizeof(uint));
                break;
            default:
                throw ProtocolException.Malformed("a group ends that was not begun, or a wire type is unknown");
        }
    }

    private void SkipGroup(uint startTag, int depth)
    {
        if (depth > MaxGroupDepth)
        {
            throw ProtocolException.Malformed("groups are nested too deeply");
        }

        var endTag = (startTag & ~7u) | WireType.EndGroup;
        while (true)
        {
            var tag = ReadTag();
            if (tag == endTag)
            {
                return;
            }

            Skip(tag, depth);
        }
    }

    private uint ReadTag()
    {
        var tag = ReadUInt64();
        if (tag is < 8 or > uint.MaxValue)
        {
            throw ProtocolException.Malformed("a field number is out of range");
        }

        return (uint)tag;
    }

    private ReadOnlySpan<byte> ReadSpan()
    {
        var length = ReadLength();
        var result = _span.Slice(_position, length);
        _position += length;
        return result;
    }

    private int ReadLength()
    {
        var length = ReadUInt64();
        if (length > (ulong)(_span.Length - _position))
        {
            throw ProtocolException.Malformed("a field reaches beyond the end of its message");
        }

        return (int)length;
    }

    private void Advance(int count)
    {
        if (count > _span.Length - _position)
        {
            throw ProtocolException.Malformed("a field reaches beyond the end of its message");
        }

        _position += count;
    }

    private ulong ReadLongVarint()
    {
        ulong result = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (_position >= _span.Length)
            {
                throw ProtocolException.Malformed("a number is cut off");
            }

            var next = _span[_position++];
            if (shift == 63 && next > 1)
            {
                break;
            }

            result |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return result;
            }
        }

        throw ProtocolException.Malformed("a number has more than 64 bits");
    }
}
