namespace Restate.Actors.Internal.Protocol;

/// <summary>Asks the server for the value of a state key.</summary>
internal readonly record struct GetLazyStateCommand(string Key, uint CompletionId) : ICommand<GetLazyStateCommand>
{
    public static MessageType Type => MessageType.GetLazyStateCommand;

    public string Name { get => field ?? ""; init; }

    public static GetLazyStateCommand Read(ReadOnlyMemory<byte> payload)
    {
        var reader = new ProtobufReader(payload);
        var key = "";
        uint completionId = 0;
        var name = "";
        while (reader.TryReadTag(out var tag))
        {
            switch (tag)
            {
                case (1 << 3) | WireType.Length:
                    key = reader.ReadString();
                    break;
                case (11 << 3) | WireType.Varint:
                    completionId = reader.ReadUInt32();
                    break;
                case (12 << 3) | WireType.Length:
                    name = reader.ReadString();
                    break;
                default:
                    reader.Skip(tag);
                    break;
            }
        }

        return new GetLazyStateCommand(key, completionId) { Name = name };
    }

    public int GetPayloadLength() => ProtobufSize.String(Key) + ProtobufSize.UInt32(CompletionId) + ProtobufSize.String(Name);

    public void WritePayload(ref ProtobufWriter writer)
    {
        writer.WriteString(1, Key);
        writer.WriteUInt32(11, CompletionId);
        writer.WriteString(12, Name);
    }

    public void Compare(in GetLazyStateCommand recorded, ref FieldComparison comparison)
    {
        comparison.Compare("key", recorded.Key, Key);
        comparison.Compare("completion id", recorded.CompletionId, CompletionId);
        comparison.Compare("name", recorded.Name, Name);
    }
}
