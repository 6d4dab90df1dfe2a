namespace Restate.Actors.Internal.Protocol;

/// <summary>The server stored a run proposal (V7): the proposed result is now the result of the completion.</summary>
internal readonly record struct ProposeRunCompletionAck(uint CompletionId)
{
    public static ProposeRunCompletionAck Read(ReadOnlyMemory<byte> payload)
    {
        var reader = new ProtobufReader(payload);
        uint number = 0;
        while (reader.TryReadTag(out var tag))
        {
            switch (tag)
            {
                case (1 << 3) | WireType.Varint:
                    number = reader.ReadUInt32();
                    break;
                default:
                    reader.Skip(tag);
                    break;
            }
        }

        return new ProposeRunCompletionAck(number);
    }
}
