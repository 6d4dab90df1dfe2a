namespace Restate.Actors.Fuzzing.Mutation;

/// <summary>Decisions that are read from an input one after the other; all of them are zero when it has ended.</summary>
internal sealed class ByteSource(byte[] bytes)
{
    private int _position;

    public bool IsEmpty => _position >= bytes.Length;

    public byte Next() => IsEmpty ? (byte)0 : bytes[_position++];

    public int Below(int limit) => Next() % limit;

    public bool Flip() => (Next() & 1) == 1;

    public byte[] Take(int count)
    {
        var taken = bytes.AsSpan(Math.Min(_position, bytes.Length)).ToArray().Take(count).ToArray();
        _position += taken.Length;
        return taken;
    }

    public byte[] Rest() => Take(int.MaxValue);
}
