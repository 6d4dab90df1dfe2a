namespace Restate.Actors.Internal.Protocol;

/// <summary>Resolves or rejects an awakeable of another invocation.</summary>
internal readonly record struct CompleteAwakeableCommand(string AwakeableId, CommandResult Result) : ICommand<CompleteAwakeableCommand>
{
    public static MessageType Type => MessageType.CompleteAwakeableCommand;

    public string Name { get => field ?? ""; init; }

    public static CompleteAwakeableCommand Read(ReadOnlyMemory<byte> payload)
    {
        var reader = new ProtobufReader(payload);
        var awakeableId = "";
        CommandResult? result = null;
        var name = "";
        while (reader.TryReadTag(out var tag))
        {
            switch (tag)
            {
                case (1 << 3) | WireType.Length:
                    awakeableId = reader.ReadString();
                    break;
                case (2 << 3) | WireType.Length:
                    result = CommandResult.Success(reader.ReadValueMessage());
                    break;
                case (3 << 3) | WireType.Length:
                    result = CommandResult.Failed(Failure.Read(reader.ReadMessage()));
                    break;
                case (12 << 3) | WireType.Length:
                    name = reader.ReadString();
                    break;
                default:
                    reader.Skip(tag);
                    break;
            }
        }

        return new CompleteAwakeableCommand(awakeableId, result ?? throw ProtocolException.Missing(Type, "a result")) { Name = name };
    }

    public static void Validate(in CompleteAwakeableCommand command, ServiceProtocolVersion version) => command.Result.Validate(version);

    public int GetPayloadLength() => ProtobufSize.String(AwakeableId) + Result.GetLength() + ProtobufSize.String(Name);

    public void WritePayload(ref ProtobufWriter writer)
    {
        writer.WriteString(1, AwakeableId);
        Result.Write(ref writer, valueField: 2, failureField: 3);
        writer.WriteString(12, Name);
    }

    public void Compare(in CompleteAwakeableCommand recorded, ref FieldComparison comparison)
    {
        comparison.Compare("awakeable id", recorded.AwakeableId, AwakeableId);
        comparison.Compare("result", recorded.Result, Result);
        comparison.Compare("name", recorded.Name, Name);
    }
}
