namespace Restate.Actors;

/// <summary>One call or send, as an <see cref="IOutgoingActorFilter"/> sees it.</summary>
public sealed class OutgoingCallContext
{
    internal OutgoingCallContext(string service, string handler, string? key, IEnumerable<KeyValuePair<string, string>> headers)
    {
        Service = service;
        Handler = handler;
        Key = key;
        Headers = new Dictionary<string, string>(headers.DistinctBy(header => header.Key, StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Gets the wire name of the service that is called.</summary>
    public string Service { get; }

    /// <summary>Gets the wire name of the handler.</summary>
    public string Handler { get; }

    /// <summary>Gets the text of the key; <see langword="null"/> for a basic service.</summary>
    public string? Key { get; }

    /// <summary>Gets whether nobody waits for a result.</summary>
    public bool IsSend { get; internal init; }

    /// <summary>Gets the idempotency key, if there is one.</summary>
    public string? IdempotencyKey { get; internal init; }

    /// <summary>Gets the context of the handler that calls; <see langword="null"/> outside handlers.</summary>
    public IActorContext? Caller { get; internal init; }

    /// <summary>Gets the headers that the callee will see: those of the call's options, and in handlers those that are carried. Can be changed until <c>next</c> is called.</summary>
    public IDictionary<string, string> Headers { get; }
}
