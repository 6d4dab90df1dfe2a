namespace Restate.Actors.Internal.Protocol;

/// <summary>Waits for the output of another invocation.</summary>
internal readonly record struct AttachInvocationCommand(AttachTarget Target, uint CompletionId) : ICommand<AttachInvocationCommand>
{
    public static MessageType Type => MessageType.AttachInvocationCommand;

    public string Name { get => field ?? ""; init; }

    public static AttachInvocationCommand Read(ReadOnlyMemory<byte> payload)
    {
        var reader = new ProtobufReader(payload);
        AttachTarget? target = null;
        uint completionId = 0;
        var name = "";
        while (reader.TryReadTag(out var tag))
        {
            switch (tag)
            {
                case (InvocationIdTarget.Field << 3) | WireType.Length:
                    target = new InvocationIdTarget(reader.ReadString());
                    break;
                case (IdempotentRequestTarget.Field << 3) | WireType.Length:
                    target = IdempotentRequestTarget.Read(reader.ReadMessage());
                    break;
                case (WorkflowTarget.Field << 3) | WireType.Length:
                    target = WorkflowTarget.Read(reader.ReadMessage());
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

        return new AttachInvocationCommand(target ?? throw ProtocolException.Missing(Type, "a target"), completionId) { Name = name };
    }

    public static void Validate(in AttachInvocationCommand command, ServiceProtocolVersion version)
    {
        CommandRules.RequireTarget(command.Target);
        command.Target.Validate(version);
    }

    public int GetPayloadLength() => Target.GetLength() + ProtobufSize.UInt32(CompletionId) + ProtobufSize.String(Name);

    public void WritePayload(ref ProtobufWriter writer)
    {
        Target.Write(ref writer);
        writer.WriteUInt32(11, CompletionId);
        writer.WriteString(12, Name);
    }

    public void Compare(in AttachInvocationCommand recorded, ref FieldComparison comparison)
    {
        comparison.Compare("target", recorded.Target, Target);
        comparison.Compare("completion id", recorded.CompletionId, CompletionId);
        comparison.Compare("name", recorded.Name, Name);
    }
}
