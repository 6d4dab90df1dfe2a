namespace Restate.Actors;

/// <summary>One call or send, as an <see cref="IOutgoingActorFilter"/> sees it.</summary>
public abstract class OutgoingCallContext
{
    private protected OutgoingCallContext(string service, string handler, string? key, IEnumerable<KeyValuePair<string, string>> headers)
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

    /// <summary>Gets the argument of a handler with one parameter. To be read, not changed.</summary>
    /// <value><see langword="null"/> if the handler has no parameter or several; for those see <see cref="TryGetArgument{T}"/>.</value>
    public abstract object? Argument { get; }

    /// <summary>Gets what the callee returned. It is there once <c>next</c> has completed; a call that fails ends <c>next</c> with the exception that the caller gets.</summary>
    /// <value><see langword="null"/> before that, for a send, and if the handler has no result.</value>
    public abstract object? Result { get; }

    /// <summary>Finds an argument of a handler with several parameters.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="value">The argument, a copy that is read from its JSON anew.</param>
    /// <returns><see langword="false"/> if the handler has not several parameters, or none of this name.</returns>
    /// <exception cref="System.Text.Json.JsonException">The argument is not of the type.</exception>
    public abstract bool TryGetArgument<T>(string name, out T? value);
}
