namespace Restate.Actors.Internal.Protocol;

/// <summary>A state value as known from the start message. The journal's value is used on replay, so it is not compared.</summary>
/// <param name="Key">State key.</param>
/// <param name="Value">The value; <see langword="null"/> if the key has none, which differs from a value of zero bytes.</param>
internal readonly record struct GetEagerStateCommand(string Key, ReadOnlyMemory<byte>? Value) : ICommand<GetEagerStateCommand>
{
    public static MessageType Type => MessageType.GetEagerStateCommand;

    public string Name { get => field ?? ""; init; }

    public static GetEagerStateCommand Read(ReadOnlyMemory<byte> payload)
    {
        var reader = new ProtobufReader(payload);
        var key = "";
        var name = "";
        ReadOnlyMemory<byte>? value = null;
        var hasResult = false;
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
                case (13 << 3) | WireType.Length:
                    reader.ReadEmptyMessage();
                    value = null;
                    hasResult = true;
                    break;
                case (14 << 3) | WireType.Length:
                    value = reader.ReadValueMessage();
                    hasResult = true;
                    break;
                default:
                    reader.Skip(tag);
                    break;
            }
        }

        return hasResult ? new GetEagerStateCommand(key, value) { Name = name } : throw ProtocolException.Missing(Type, "a result");
    }

    public int GetPayloadLength() =>
        ProtobufSize.String(Key)
        + ProtobufSize.String(Name)
        + (Value is { } value ? ProtobufSize.ValueMessage(value) : ProtobufSize.Delimited(0));

    public void WritePayload(ref ProtobufWriter writer)
    {
        writer.WriteString(1, Key);
        writer.WriteString(12, Name);
        if (Value is { } value)
        {
            writer.WriteValueMessage(14, value);
        }
        else
        {
            writer.WriteEmptyMessage(13);
        }
    }

    public void Compare(in GetEagerStateCommand recorded, ref FieldComparison comparison)
    {
        comparison.Compare("key", recorded.Key, Key);
        comparison.Compare("name", recorded.Name, Name);
    }
}
