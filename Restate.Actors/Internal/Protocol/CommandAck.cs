namespace Restate.Actors.Internal.Protocol;

/// <summary>The server stored a command for which an acknowledgement was asked; we never ask.</summary>
internal readonly record struct CommandAck(uint CommandIndex)
{
    public static CommandAck Read(ReadOnlyMemory<byte> payload)
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

        return new CommandAck(number);
    }
}
