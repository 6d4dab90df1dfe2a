namespace Restate.Actors.Internal.Protocol;

/// <summary>A durable step; its result is proposed separately.</summary>
internal readonly record struct RunCommand(uint CompletionId, string Name) : ICommand<RunCommand>
{
    public static MessageType Type => MessageType.RunCommand;

    public static RunCommand Read(ReadOnlyMemory<byte> payload)
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

        return new RunCommand(completionId, name);
    }

    public int GetPayloadLength() => ProtobufSize.UInt32(CompletionId) + ProtobufSize.String(Name);

    public void WritePayload(ref ProtobufWriter writer)
    {
        writer.WriteUInt32(11, CompletionId);
        writer.WriteString(12, Name);
    }

    public void Compare(in RunCommand recorded, ref FieldComparison comparison)
    {
        comparison.Compare("completion id", recorded.CompletionId, CompletionId);
        comparison.Compare("name", recorded.Name, Name);
    }
}
