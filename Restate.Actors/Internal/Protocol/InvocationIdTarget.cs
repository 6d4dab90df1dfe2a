namespace Restate.Actors.Internal.Protocol;

/// <summary>An invocation named by its id, <c>inv_1…</c>.</summary>
internal sealed record InvocationIdTarget(string InvocationId) : AttachTarget
{
    internal const int Field = 1;

    internal override int GetLength() => ProtobufSize.OptionalString(InvocationId);

    internal override void Write(ref ProtobufWriter writer) => writer.WriteStringAlways(Field, InvocationId);

    internal override void Validate(ServiceProtocolVersion version) => CommandRules.RequireText("target invocation id", InvocationId);
}
