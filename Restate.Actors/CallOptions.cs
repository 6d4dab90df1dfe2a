namespace Restate.Actors;

/// <summary>What can be set for one call.</summary>
public sealed class CallOptions
{
    /// <summary>Gets or sets the idempotency key: calls with the same key to the same handler run once, and all get that result.</summary>
    /// <value>The default is none. Not empty; not for the run of a workflow, whose id is its idempotency key.</value>
    public string? IdempotencyKey { get; set; }

    /// <summary>Gets or sets headers that the callee sees.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyDictionary<string, string>? Headers { get; set; }

    /// <summary>Gets or sets the scope in which the callee runs: a part of its identity, and what concurrency rules of the server count.</summary>
    /// <value>The default is none. 1 to 36 letters, digits, <c>_</c>, <c>.</c> and <c>-</c>.</value>
    /// <remarks>
    /// A preview of the server, off by default: it needs virtual queues, inside handlers service protocol 7, and for virtual objects scoped objects. Without them a
    /// call from outside is a <see cref="RestateBadRequestException"/>; inside a handler the attempt fails with code 573 until the server offers them.
    /// </remarks>
    public string? Scope { get; set; }

    /// <summary>Gets or sets the key by which the server's concurrency rules limit calls within the <see cref="Scope"/>: one level, or two with a slash.</summary>
    /// <value>The default is none. Needs a <see cref="Scope"/>; not a part of the callee's identity.</value>
    public string? LimitKey { get; set; }

    /// <summary>Gets or sets whether an exclusive handler of a key may be called that itself waits, directly or through others, for this invocation.</summary>
    /// <value>The default is <see langword="false"/>: such a call would wait for ever and ends at once with a <see cref="TerminalException"/> with code 508.</value>
    /// <remarks>For calls whose result nobody in the chain waits for. Inside handlers only; a <c>Send</c> is never refused.</remarks>
    public bool AllowCycle { get; set; }

    /// <summary>Gets or sets a name for the server's UI; compared on replay.</summary>
    /// <value>The default is none. Inside handlers only; outside it is ignored.</value>
    public string? Name { get; set; }

    /// <summary>Gets or sets the serializer of the input and of the result, for callees that expect another one than the contract or the types say.</summary>
    /// <value>The default is none: that of the contract or of the types. Raw bytes stay raw, and several parameters stay a JSON object.</value>
    public IPayloadSerializer? Serializer { get; set; }
}
