namespace Restate.Actors.Internal.Protocol;

/// <summary>An invocation named by the idempotency key of its request.</summary>
/// <param name="Service">Service name.</param>
/// <param name="Key">Object key, for virtual objects only.</param>
/// <param name="Handler">Handler name.</param>
/// <param name="IdempotencyKey">The key the request was made with.</param>
/// <param name="Scope">Scope of the request; needs protocol V7.</param>
internal sealed record IdempotentRequestTarget(string Service, string? Key, string Handler, string IdempotencyKey, string? Scope = null)
    : AttachTarget
{
    internal const int Field = 3;

    internal static IdempotentRequestTarget Read(ProtobufReader reader)
    {
        string service = "", handler = "", idempotencyKey = "";
        string? key = null, scope = null;
        while (reader.TryReadTag(out var tag))
        {
            switch (tag)
            {
                case (1 << 3) | WireType.Length:
                    service = reader.ReadString();
                    break;
                case (2 << 3) | WireType.Length:
                    key = reader.ReadString();
                    break;
                case (3 << 3) | WireType.Length:
                    handler = reader.ReadString();
                    break;
                case (4 << 3) | WireType.Length:
                    idempotencyKey = reader.ReadString();
                    break;
                case (5 << 3) | WireType.Length:
                    scope = reader.ReadString();
                    break;
                default:
                    reader.Skip(tag);
                    break;
            }
        }

        return new IdempotentRequestTarget(service, key, handler, idempotencyKey, scope);
    }

    internal override int GetLength() => ProtobufSize.Delimited(GetContentLength());

    internal override void Write(ref ProtobufWriter writer)
    {
        writer.WriteLengthPrefix(Field, GetContentLength());
        writer.WriteString(1, Service);
        writer.WriteOptionalString(2, Key);
        writer.WriteString(3, Handler);
        writer.WriteString(4, IdempotencyKey);
        writer.WriteOptionalString(5, Scope);
    }

    internal override void Validate(ServiceProtocolVersion version)
    {
        CommandRules.RequireText("target service", Service);
        CommandRules.RequireText("target handler", Handler);
        CommandRules.RequireText("target idempotency key", IdempotencyKey);
        CommandRules.RequireTextIfPresent("target key", Key);
        CommandRules.ValidateScope(Scope, limitKey: null, version);
    }

    private int GetContentLength() =>
        ProtobufSize.String(Service)
        + ProtobufSize.OptionalString(Key)
        + ProtobufSize.String(Handler)
        + ProtobufSize.String(IdempotencyKey)
        + ProtobufSize.OptionalString(Scope);
}
