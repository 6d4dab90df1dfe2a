namespace Restate.Actors.Internal.Protocol;

/// <summary>Resolves or rejects a promise of the workflow.</summary>
internal readonly record struct CompletePromiseCommand(string Key, CommandResult Completion, uint CompletionId) : ICommand<CompletePromiseCommand>
{
    public static MessageType Type => MessageType.CompletePromiseCommand;

    public string Name { get => field ?? ""; init; }

    public static CompletePromiseCommand Read(ReadOnlyMemory<byte> payload)
    {
        var reader = new ProtobufReader(payload);
        var key = "";
        CommandResult? completion = null;
        uint completionId = 0;
        var name = "";
        while (reader.TryReadTag(out var tag))
        {
            switch (tag)
            {
                case (1 << 3) | WireType.Length:
                    key = reader.ReadString();
                    break;
                case (2 << 3) | WireType.Length:
                    completion = CommandResult.Success(reader.ReadValueMessage());
                    break;
                case (3 << 3) | WireType.Length:
                    completion = CommandResult.Failed(Failure.Read(reader.ReadMessage()));
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

        return new CompletePromiseCommand(key, completion ?? throw ProtocolException.Missing(Type, "a completion"), completionId) { Name = name };
    }

    public static void Validate(in CompletePromiseCommand command, ServiceProtocolVersion version) => command.Completion.Validate(version);

    public int GetPayloadLength() =>
        ProtobufSize.String(Key)
        + Completion.GetLength()
        + ProtobufSize.UInt32(CompletionId)
        + ProtobufSize.String(Name);

    public void WritePayload(ref ProtobufWriter writer)
    {
        writer.WriteString(1, Key);
        Completion.Write(ref writer, valueField: 2, failureField: 3);
        writer.WriteUInt32(11, CompletionId);
        writer.WriteString(12, Name);
    }

    public void Compare(in CompletePromiseCommand recorded, ref FieldComparison comparison)
    {
        comparison.Compare("key", recorded.Key, Key);
        comparison.Compare("completion", recorded.Completion, Completion);
        comparison.Compare("completion id", recorded.CompletionId, CompletionId);
        comparison.Compare("name", recorded.Name, Name);
    }
}
