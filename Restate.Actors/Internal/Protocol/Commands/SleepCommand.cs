namespace Restate.Actors.Internal.Protocol;

/// <summary>A timer. Its time (milliseconds since the Unix epoch) comes from a clock and is not compared.</summary>
internal readonly record struct SleepCommand(ulong WakeUpTime, uint CompletionId, string Name) : ICommand<SleepCommand>
{
    public static MessageType Type => MessageType.SleepCommand;

    public static SleepCommand Read(ReadOnlyMemory<byte> payload)
    {
        var reader = new ProtobufReader(payload);
        ulong wakeUpTime = 0;
        uint completionId = 0;
        var name = "";
        while (reader.TryReadTag(out var tag))
        {
            switch (tag)
            {
                case (1 << 3) | WireType.Varint:
                    wakeUpTime = reader.ReadUInt64();
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

        return new SleepCommand(wakeUpTime, completionId, name);
    }

    public int GetPayloadLength() => ProtobufSize.UInt64(WakeUpTime) + ProtobufSize.UInt32(CompletionId) + ProtobufSize.String(Name);

    public void WritePayload(ref ProtobufWriter writer)
    {
        writer.WriteUInt64(1, WakeUpTime);
        writer.WriteUInt32(11, CompletionId);
        writer.WriteString(12, Name);
    }

    public void Compare(in SleepCommand recorded, ref FieldComparison comparison) => comparison.Compare("name", recorded.Name, Name);
}
