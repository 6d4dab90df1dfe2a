namespace Restate.Actors.Internal.Protocol;

/// <summary>Removes all state keys.</summary>
internal readonly record struct ClearAllStateCommand() : ICommand<ClearAllStateCommand>
{
    public static MessageType Type => MessageType.ClearAllStateCommand;

    public string Name { get => field ?? ""; init; }

    public static ClearAllStateCommand Read(ReadOnlyMemory<byte> payload)
    {
        var reader = new ProtobufReader(payload);
        var name = "";
        while (reader.TryReadTag(out var tag))
        {
            switch (tag)
            {
                case (12 << 3) | WireType.Length:
                    name = reader.ReadString();
                    break;
                default:
                    reader.Skip(tag);
                    break;
            }
        }

        return new ClearAllStateCommand { Name = name };
    }

    public int GetPayloadLength() => ProtobufSize.String(Name);

    public void WritePayload(ref ProtobufWriter writer) => writer.WriteString(12, Name);

    public void Compare(in ClearAllStateCommand recorded, ref FieldComparison comparison) => comparison.Compare("name", recorded.Name, Name);
}
