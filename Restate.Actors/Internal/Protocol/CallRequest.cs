namespace Restate.Actors.Internal.Protocol;

/// <summary>What a call and a one-way call have in common.</summary>
internal sealed record CallRequest
{
    public required string Service { get; init; }

    public required string Handler { get; init; }

    /// <summary>Gets the object key or workflow id; empty for services.</summary>
    public string Key { get; init; } = "";

    public ReadOnlyMemory<byte> Parameter { get; init; }

    public IReadOnlyList<Header> Headers { get; init; } = [];

    public string? IdempotencyKey { get; init; }

    /// <summary>Gets the scope of the call. Needs protocol V7.</summary>
    public string? Scope { get; init; }

    /// <summary>Gets the limit key, which needs a <see cref="Scope"/>. Needs protocol V7.</summary>
    public string? LimitKey { get; init; }

    /// <summary>Gets the name of the entry.</summary>
    public string Name { get; init; } = "";

    internal void Validate(ServiceProtocolVersion version)
    {
        CommandRules.RequireText("service of a call", Service);
        CommandRules.RequireText("handler of a call", Handler);
        CommandRules.RequireTextIfPresent("idempotency key", IdempotencyKey);
        CommandRules.ValidateScope(Scope, LimitKey, version);
    }

    /// <summary>Gets the length of all fields; they differ between the two kinds of call in their numbers only.</summary>
    internal int GetLength() =>
        ProtobufSize.String(Service)
        + ProtobufSize.String(Handler)
        + ProtobufSize.Bytes(Parameter)
        + ProtobufSize.Headers(Headers)
        + ProtobufSize.String(Key)
        + ProtobufSize.OptionalString(IdempotencyKey)
        + ProtobufSize.OptionalString(Scope)
        + ProtobufSize.OptionalString(LimitKey)
        + ProtobufSize.String(Name);

    internal void Compare(CallRequest recorded, ref FieldComparison comparison)
    {
        comparison.Compare("service", recorded.Service, Service);
        comparison.Compare("handler", recorded.Handler, Handler);
        comparison.Compare("key", recorded.Key, Key);
        comparison.Compare("parameter", recorded.Parameter, Parameter);
        comparison.Compare("headers", recorded.Headers, Headers);
        comparison.Compare("idempotency key", recorded.IdempotencyKey, IdempotencyKey);
        comparison.Compare("scope", recorded.Scope, Scope);
        comparison.Compare("limit key", recorded.LimitKey, LimitKey);
        comparison.Compare("name", recorded.Name, Name);
    }
}
