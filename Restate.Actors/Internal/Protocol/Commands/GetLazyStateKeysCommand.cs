namespace Restate.Actors.Internal.Protocol;

/// <summary>Asks the server for all state keys.</summary>
internal readonly record struct GetLazyStateKeysCommand(uint CompletionId) : ICommand<GetLazyStateKeysCommand>
{
    public static MessageType Type => MessageType.GetLazyStateKeysCommand;

    public string Name { get => field ?? ""; init; }

    public static GetLazyStateKeysCommand Read(ReadOnlyMemory<byte> payload)
    {
        var reader = new ProtobufReader(payload);
        uint completionId = 0;
        var name = "";
        while (reader.TryReadTag(out var tag))
        {
            switch (tag)
            {
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

        return new GetLazyStateKeysCommand(completionId) { Name = name };
    }

    public int GetPayloadLength() => ProtobufSize.UInt32(CompletionId) + ProtobufSize.String(Name);

    public void WritePayload(ref ProtobufWriter writer)
    {
        writer.WriteUInt32(11, CompletionId);
        writer.WriteString(12, Name);
    }

    public void Compare(in GetLazyStateKeysCommand recorded, ref FieldComparison comparison)
    {
        comparison.Compare("completion id", recorded.CompletionId, CompletionId);
        comparison.Compare("name", recorded.Name, Name);
    }
}
