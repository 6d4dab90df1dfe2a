namespace Restate.Actors.Internal.Protocol;

/// <summary>The result of the handler.</summary>
internal readonly record struct OutputCommand(CommandResult Result) : ICommand<OutputCommand>
{
    public static MessageType Type => MessageType.OutputCommand;

    public string Name { get => field ?? ""; init; }

    public static OutputCommand Read(ReadOnlyMemory<byte> payload)
    {
        var reader = new ProtobufReader(payload);
        var name = "";
        CommandResult? result = null;
        while (reader.TryReadTag(out var tag))
        {
            switch (tag)
            {
                case (12 << 3) | WireType.Length:
                    name = reader.ReadString();
                    break;
                case (14 << 3) | WireType.Length:
                    result = CommandResult.Success(reader.ReadValueMessage());
                    break;
                case (15 << 3) | WireType.Length:
                    result = CommandResult.Failed(Failure.Read(reader.ReadMessage()));
                    break;
                default:
                    reader.Skip(tag);
                    break;
            }
        }

        return new OutputCommand(result ?? throw ProtocolException.Missing(Type, "a result")) { Name = name };
    }

    public static void Validate(in OutputCommand command, ServiceProtocolVersion version) => command.Result.Validate(version);

    public int GetPayloadLength() => ProtobufSize.String(Name) + Result.GetLength();

    public void WritePayload(ref ProtobufWriter writer)
    {
        writer.WriteString(12, Name);
        Result.Write(ref writer, valueField: 14, failureField: 15);
    }

    public void Compare(in OutputCommand recorded, ref FieldComparison comparison)
    {
        comparison.Compare("name", recorded.Name, Name);
        comparison.Compare("result", recorded.Result, Result);
    }
}
