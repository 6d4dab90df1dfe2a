namespace Restate.Actors.Internal.Protocol;

/// <summary>Sends a signal to another invocation; with <see cref="SignalId.Cancel"/> it is cancelled.</summary>
internal readonly record struct SendSignalCommand(string TargetInvocationId, SignalId Signal, SignalResult Result) : ICommand<SendSignalCommand>
{
    public static MessageType Type => MessageType.SendSignalCommand;

    public string Name { get => field ?? ""; init; }

    public static SendSignalCommand Read(ReadOnlyMemory<byte> payload)
    {
        var reader = new ProtobufReader(payload);
        var target = "";
        SignalId? signal = null;
        SignalResult? result = null;
        var name = "";
        while (reader.TryReadTag(out var tag))
        {
            switch (tag)
            {
                case (1 << 3) | WireType.Length:
                    target = reader.ReadString();
                    break;
                case (2 << 3) | WireType.Varint:
                    signal = SignalId.Index(reader.ReadUInt32());
                    break;
                case (3 << 3) | WireType.Length:
                    signal = SignalId.Named(reader.ReadString());
                    break;
                case (4 << 3) | WireType.Length:
                    reader.ReadEmptyMessage();
                    result = SignalResult.Void;
                    break;
                case (5 << 3) | WireType.Length:
                    result = SignalResult.Success(reader.ReadValueMessage());
                    break;
                case (6 << 3) | WireType.Length:
                    result = SignalResult.Failed(Failure.Read(reader.ReadMessage()));
                    break;
                case (12 << 3) | WireType.Length:
                    name = reader.ReadString();
                    break;
                default:
                    reader.Skip(tag);
                    break;
            }
        }

        return new SendSignalCommand(
            target,
            signal ?? throw ProtocolException.Missing(Type, "a signal id"),
            result ?? throw ProtocolException.Missing(Type, "a result"))
        {
            Name = name,
        };
    }

    public static void Validate(in SendSignalCommand command, ServiceProtocolVersion version) => command.Result.Validate(version);

    public int GetPayloadLength() =>
        ProtobufSize.String(TargetInvocationId)
        + (Signal.Text is { } text ? ProtobufSize.OptionalString(text) : ProtobufSize.Tag + ProtobufSize.Varint(Signal.Number))
        + Result.GetLength()
        + ProtobufSize.String(Name);

    public void WritePayload(ref ProtobufWriter writer)
    {
        writer.WriteString(1, TargetInvocationId);
        if (Signal.Text is { } text)
        {
            writer.WriteStringAlways(3, text);
        }
        else
        {
            writer.WriteUInt64Always(2, Signal.Number);
        }

        Result.Write(ref writer, voidField: 4, valueField: 5, failureField: 6);
        writer.WriteString(12, Name);
    }

    public void Compare(in SendSignalCommand recorded, ref FieldComparison comparison)
    {
        comparison.Compare("target", recorded.TargetInvocationId, TargetInvocationId);
        comparison.Compare("signal", recorded.Signal, Signal);
        comparison.Compare("result", recorded.Result, Result);
        comparison.Compare("name", recorded.Name, Name);
    }
}
