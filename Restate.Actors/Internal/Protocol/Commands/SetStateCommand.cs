namespace Restate.Actors.Internal.Protocol;

/// <summary>Sets a state key. The value is always on the wire, also when it has no bytes.</summary>
internal readonly record struct SetStateCommand(string Key, ReadOnlyMemory<byte> Value) : ICommand<SetStateCommand>
{
    public static MessageType Type => MessageType.SetStateCommand;

    public string Name { get => field ?? ""; init; }

    public static SetStateCommand Read(ReadOnlyMemory<byte> payload)
    {
        var reader = new ProtobufReader(payload);
        var key = "";
        ReadOnlyMemory<byte>? value = null;
        var name = "";
        while (reader.TryReadTag(out var tag))
        {
            switch (tag)
            {
                case (1 << 3) | WireType.Length:
                    key = reader.ReadString();
                    break;
                case (3 << 3) | WireType.Length:
                    value = reader.ReadValueMessage();
                    break;
                case (12 << 3) | WireType.Length:
                    name = reader.ReadString();
                    break;
                default:
                    reader.Skip(tag);
                    break;
            }
        }

        return new SetStateCommand(key, value ?? throw ProtocolException.Missing(Type, "a value")) { Name = name };
    }

    public int GetPayloadLength() => ProtobufSize.String(Key) + ProtobufSize.ValueMessage(Value) + ProtobufSize.String(Name);

    public void WritePayload(ref ProtobufWriter writer)
    {
        writer.WriteString(1, Key);
        writer.WriteValueMessage(3, Value);
        writer.WriteString(12, Name);
    }

    public void Compare(in SetStateCommand recorded, ref FieldComparison comparison)
    {
        comparison.Compare("key", recorded.Key, Key);
        comparison.Compare("value", recorded.Value, Value);
        comparison.Compare("name", recorded.Name, Name);
    }
}
