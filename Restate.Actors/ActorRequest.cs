namespace Restate.Actors;

/// <summary>The request that an invocation answers.</summary>
public sealed class ActorRequest
{
    internal ActorRequest(string service, string handler, IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        Service = service;
        Handler = handler;
        Headers = headers;
    }

    /// <summary>Gets the wire name of the service.</summary>
    public string Service { get; }

    /// <summary>Gets the wire name of the handler.</summary>
    public string Handler { get; }

    /// <summary>Gets the headers of the original request, in order, names as sent. They are journaled: every attempt sees the same.</summary>
    /// <remarks>Without <c>x-actor-chain</c>, which belongs to the guard against call cycles.</remarks>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; }

    /// <summary>Gets the idempotency key of the request.</summary>
    /// <value><see langword="null"/> if it had none, or if the server does not tell: it needs service protocol 7 and virtual queues.</value>
    public string? IdempotencyKey { get; internal init; }

    /// <summary>Gets the scope in which the invocation runs.</summary>
    /// <value><see langword="null"/> outside scopes. Scopes need service protocol 7 and virtual queues.</value>
    public string? Scope { get; internal init; }

    /// <summary>Gets the key by which the server limits concurrent invocations within the scope.</summary>
    /// <value><see langword="null"/> if the request had none.</value>
    public string? LimitKey { get; internal init; }

    /// <summary>Finds a header.</summary>
    /// <param name="name">Its name; case does not matter.</param>
    /// <returns>Its first value, or <see langword="null"/>.</returns>
    public string? FindHeader(string name)
    {
        foreach (var (key, value) in Headers)
        {
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }
}
