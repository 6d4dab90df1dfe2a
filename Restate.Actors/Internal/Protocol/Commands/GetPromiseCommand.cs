namespace Restate.Actors.Internal.Protocol;

/// <summary>Waits for a promise of the workflow.</summary>
internal readonly record struct GetPromiseCommand(string Key, uint CompletionId) : ICommand<GetPromiseCommand>
{
    public static MessageType Type => MessageType.GetPromiseCommand;

    public string Name { get => field ?? ""; init; }

    public static GetPromiseCommand Read(ReadOnlyMemory<byte> payload)
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

        return new GetPromiseCommand(key, completionId) { Name = name };
    }

    public int GetPayloadLength() => ProtobufSize.String(Key) + ProtobufSize.UInt32(CompletionId) + ProtobufSize.String(Name);

    public void WritePayload(ref ProtobufWriter writer)
    {
        writer.WriteString(1, Key);
        writer.WriteUInt32(11, CompletionId);
        writer.WriteString(12, Name);
    }

    public void Compare(in GetPromiseCommand recorded, ref FieldComparison comparison)
    {
        comparison.Compare("key", recorded.Key, Key);
        comparison.Compare("completion id", recorded.CompletionId, CompletionId);
        comparison.Compare("name", recorded.Name, Name);
    }
}
