namespace Restate.Actors.Internal.Protocol;

/// <summary>The run of a workflow.</summary>
/// <param name="Name">Service name of the workflow.</param>
/// <param name="Key">Workflow id.</param>
/// <param name="Scope">Scope of the workflow; needs protocol V7.</param>
internal sealed record WorkflowTarget(string Name, string Key, string? Scope = null) : AttachTarget
{
    internal const int Field = 4;

    internal static WorkflowTarget Read(ProtobufReader reader)
    {
        string name = "", key = "";
        string? scope = null;
        while (reader.TryReadTag(out var tag))
        {
            switch (tag)
            {
                case (1 << 3) | WireType.Length:
                    name = reader.ReadString();
                    break;
                case (2 << 3) | WireType.Length:
                    key = reader.ReadString();
                    break;
                case (3 << 3) | WireType.Length:
                    scope = reader.ReadString();
                    break;
                default:
                    reader.Skip(tag);
                    break;
            }
        }

        return new WorkflowTarget(name, key, scope);
    }

    internal override int GetLength() => ProtobufSize.Delimited(GetContentLength());

    internal override void Write(ref ProtobufWriter writer)
    {
        writer.WriteLengthPrefix(Field, GetContentLength());
        writer.WriteString(1, Name);
        writer.WriteString(2, Key);
        writer.WriteOptionalString(3, Scope);
    }

    internal override void Validate(ServiceProtocolVersion version)
    {
        CommandRules.RequireText("target workflow", Name);
        CommandRules.RequireText("target workflow id", Key);
        CommandRules.ValidateScope(Scope, limitKey: null, version);
    }

    private int GetContentLength() => ProtobufSize.String(Name) + ProtobufSize.String(Key) + ProtobufSize.OptionalString(Scope);
}
