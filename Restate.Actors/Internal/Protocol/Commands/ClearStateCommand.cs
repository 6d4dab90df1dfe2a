namespace Restate.Actors.Internal.Protocol;

/// <summary>Removes a state key.</summary>
internal readonly record struct ClearStateCommand(string Key) : ICommand<ClearStateCommand>
{
    public static MessageType Type => MessageType.ClearStateCommand;

    public string Name { get => field ?? ""; init; }

    public static ClearStateCommand Read(ReadOnlyMemory<byte> payload)
    {
        var reader = new ProtobufReader(payload);
        var key = "";
        var name = "";
        while (reader.TryReadTag(out var tag))
        {
            switch (tag)
            {
                case (1 << 3) | WireType.Length:
                    key = reader.ReadString();
                    break;
                case (12 << 3) | WireType.Length:
                    name = reader.ReadString();
                    break;
                default:
                    reader.Skip(tag);
                    break;
            }
        }

        return new ClearStateCommand(key) { Name = name };
    }

    public int GetPayloadLength() => ProtobufSize.String(Key) + ProtobufSize.String(Name);

    public void WritePayload(ref ProtobufWriter writer)
    {
        writer.WriteString(1, Key);
        writer.WriteString(12, Name);
    }

    public void Compare(in ClearStateCommand recorded, ref FieldComparison comparison)
    {
        comparison.Compare("key", recorded.Key, Key);
        comparison.Compare("name", recorded.Name, Name);
    }
}
