namespace Restate.Actors.Benchmarks.Driver.Peer;

/// <summary>Reads the fields of a protobuf message one after the other.</summary>
internal ref struct ProtoReader(ReadOnlySpan<byte> message)
{
    private ReadOnlySpan<byte> _rest = message;

    public int Field { get; private set; }

    public ulong Number { get; private set; }

    public ReadOnlySpan<byte> Content { get; private set; }

    public bool Next()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        var tag = Varint();
        Field = (int)(tag >> 3);
        switch (tag & 7)
        {
            case 0:
                Number = Varint();
                Content = default;
                return true;
            case 2:
                var length = (int)Varint();
                Content = _rest[..length];
                _rest = _rest[length..];
                return true;
            default:
                throw new InvalidDataException($"The message has a field of wire type {tag & 7}, which the protocol does not use.");
        }
    }

    private ulong Varint()
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = _rest[0];
            _rest = _rest[1..];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }
    }
}
