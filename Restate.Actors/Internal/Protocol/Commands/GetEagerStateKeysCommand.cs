namespace Restate.Actors.Internal.Protocol;

/// <summary>All state keys as known from the start message. The journal's keys are used on replay, so they are not compared.</summary>
internal readonly record struct GetEagerStateKeysCommand(IReadOnlyList<string> Keys) : ICommand<GetEagerStateKeysCommand>
{
    public static MessageType Type => MessageType.GetEagerStateKeysCommand;

    public string Name { get => field ?? ""; init; }

    public static GetEagerStateKeysCommand Read(ReadOnlyMemory<byte> payload)
    {
        var reader = new ProtobufReader(payload);
        var name = "";
        IReadOnlyList<string>? keys = null;
        while (reader.TryReadTag(out var tag))
        {
            switch (tag)
            {
                case (12 << 3) | WireType.Length:
                    name = reader.ReadString();
                    break;
                case (14 << 3) | WireType.Length:
                    keys = reader.ReadStateKeysMessage();
                    break;
                default:
                    reader.Skip(tag);
                    break;
            }
        }

        return new GetEagerStateKeysCommand(keys ?? throw ProtocolException.Missing(Type, "keys")) { Name = name };
    }

    public int GetPayloadLength() => ProtobufSize.String(Name) + ProtobufSize.Delimited(ProtobufSize.Strings(Keys));

    public void WritePayload(ref ProtobufWriter writer)
    {
        writer.WriteString(12, Name);
        writer.WriteLengthPrefix(14, ProtobufSize.Strings(Keys));
        writer.WriteStrings(1, Keys);
    }

    public void Compare(in GetEagerStateKeysCommand recorded, ref FieldComparison comparison) => comparison.Compare("name", recorded.Name, Name);
}
