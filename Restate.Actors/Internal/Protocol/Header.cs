namespace Restate.Actors.Internal.Protocol;

/// <summary>A header of an invocation, not of HTTP. Order and duplicates are kept.</summary>
internal readonly record struct Header(string Key, string Value)
{
    internal static Header Read(ProtobufReader reader)
    {
        var key = "";
        var value = "";
        while (reader.TryReadTag(out var tag))
        {
            switch (tag)
            {
                case (1 << 3) | WireType.Length:
                    key = reader.ReadString();
                    break;
                case (2 << 3) | WireType.Length:
                    value = reader.ReadString();
                    break;
                default:
                    reader.Skip(tag);
                    break;
            }
        }

        return new Header(key, value);
    }

    internal int GetLength() => ProtobufSize.String(Key) + ProtobufSize.String(Value);

    internal void Write(ref ProtobufWriter writer)
    {
        writer.WriteString(1, Key);
        writer.WriteString(2, Value);
    }
}
