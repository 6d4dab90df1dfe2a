namespace Restate.Actors.Internal.Protocol;

/// <summary>A terminal failure: it is never retried and reaches the caller.</summary>
/// <param name="Code">HTTP-like code. What does not fit 16 bits becomes 500, as on the server.</param>
/// <param name="Message">Text for humans.</param>
internal sealed record Failure(int Code, string Message)
{
    public int Code { get; init => field = ErrorCodes.Normalize(value); } = ErrorCodes.Normalize(Code);

    /// <summary>Gets the key/value pairs of the user, in order. Needs protocol V6.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Metadata { get; init; } = [];

    public bool Equals(Failure? other) =>
        other is not null
        && Code == other.Code
        && string.Equals(Message, other.Message, StringComparison.Ordinal)
        && Metadata.SequenceEqual(other.Metadata);

    public override int GetHashCode() => HashCode.Combine(Code, Message, Metadata.Count);

    internal static Failure Read(ProtobufReader reader)
    {
        uint code = 0;
        var message = "";
        List<KeyValuePair<string, string>>? metadata = null;
        while (reader.TryReadTag(out var tag))
        {
            switch (tag)
            {
                case (1 << 3) | WireType.Varint:
                    code = reader.ReadUInt32();
                    break;
                case (2 << 3) | WireType.Length:
                    message = reader.ReadString();
                    break;
                case (3 << 3) | WireType.Length:
                    // FailureMetadata has the shape of a header.
                    var pair = Header.Read(reader.ReadMessage());
                    (metadata ??= []).Add(new(pair.Key, pair.Value));
                    break;
                default:
                    reader.Skip(tag);
                    break;
            }
        }

        return new Failure((int)code, message) { Metadata = metadata ?? (IReadOnlyList<KeyValuePair<string, string>>)[] };
    }

    internal void Validate(ServiceProtocolVersion version)
    {
        if (version < ServiceProtocolVersion.V6 && Metadata.Count > 0)
        {
            throw ProtocolException.Unsupported("Metadata of a failure", ServiceProtocolVersion.V6, version);
        }
    }

    internal int GetLength()
    {
        var length = ProtobufSize.UInt32((uint)Code) + ProtobufSize.String(Message);
        for (var i = 0; i < Metadata.Count; i++)
        {
            length += ProtobufSize.Delimited(AsHeader(Metadata[i]).GetLength());
        }

        return length;
    }

    internal void Write(ref ProtobufWriter writer)
    {
        writer.WriteUInt32(1, (uint)Code);
        writer.WriteString(2, Message);
        for (var i = 0; i < Metadata.Count; i++)
        {
            var pair = AsHeader(Metadata[i]);
            writer.WriteLengthPrefix(3, pair.GetLength());
            pair.Write(ref writer);
        }
    }

    private static Header AsHeader(KeyValuePair<string, string> pair) => new(pair.Key, pair.Value);
}
