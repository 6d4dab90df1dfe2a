namespace Restate.Actors;

/// <summary>What can be set for one one-way call.</summary>
public sealed class SendOptions
{
    // The server (1.7.12) stores a start after the year 9999 but fails to answer.
    internal static readonly TimeSpan LongestDelay = TimeSpan.FromDays(365_000);

    /// <summary>Gets or sets how long Restate waits before it starts the invocation.</summary>
    /// <value>The default is zero: at once. At most 365,000 days. Sent in whole milliseconds; finer parts are dropped.</value>
    public TimeSpan Delay { get; set; }

    /// <summary>Gets or sets the idempotency key: sends with the same key to the same handler start one invocation.</summary>
    /// <value>The default is none. Not empty.</value>
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

    /// <summary>Gets or sets a name for the server's UI; compared on replay.</summary>
    /// <value>The default is none. Inside handlers only; outside it is ignored.</value>
    public string? Name { get; set; }

    /// <summary>Gets or sets the serializer of the input and, for who fetches it, of the result, for callees that expect another one than the contract or the types say.</summary>
    /// <value>The default is none: that of the contract or of the types. Raw bytes stay raw, and several parameters stay a JSON object.</value>
    public IPayloadSerializer? Serializer { get; set; }
}
