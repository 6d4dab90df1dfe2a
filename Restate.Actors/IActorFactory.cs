namespace Restate.Actors;

/// <summary>Gives typed proxies of actors. The same call is durable inside a handler and travels over HTTP outside.</summary>
/// <remarks>
/// On the turn scheduler of an invocation the proxies write to its journal; elsewhere they call the ingress of the Restate server that
/// <c>AddRestateClient</c> names. Inside <c>Run(...)</c> no proxy can be used. Getting a proxy does no I/O: an actor always exists.
/// </remarks>
public interface IActorFactory
{
    /// <summary>Gets a proxy of a basic service.</summary>
    /// <typeparam name="TActor">The contract.</typeparam>
    /// <returns>The proxy.</returns>
    TActor GetActor<TActor>()
        where TActor : class, IDurableService;

    /// <summary>Gets a proxy of a virtual object or workflow with a text key.</summary>
    /// <typeparam name="TActor">The contract.</typeparam>
    /// <param name="key">The key, not empty. Compared as ordinal text.</param>
    /// <returns>The proxy.</returns>
    TActor GetActor<TActor>(string key)
        where TActor : class, IKeyedActor<string>;

    /// <summary>Gets a proxy of a virtual object with a Guid key.</summary>
    /// <typeparam name="TActor">The contract.</typeparam>
    /// <param name="key">The key.</param>
    /// <returns>The proxy.</returns>
    TActor GetActor<TActor>(Guid key)
        where TActor : class, IKeyedActor<Guid>;

    /// <summary>Gets a proxy of a virtual object with a 64-bit key.</summary>
    /// <typeparam name="TActor">The contract.</typeparam>
    /// <param name="key">The key.</param>
    /// <returns>The proxy.</returns>
    TActor GetActor<TActor>(long key)
        where TActor : class, IKeyedActor<long>;

    /// <summary>Gets a proxy of a virtual object with a 32-bit key.</summary>
    /// <typeparam name="TActor">The contract.</typeparam>
    /// <param name="key">The key.</param>
    /// <returns>The proxy.</returns>
    TActor GetActor<TActor>(int key)
        where TActor : class, IKeyedActor<int>;

    /// <summary>Gets a proxy of a virtual object with a key of its own type.</summary>
    /// <typeparam name="TActor">The contract.</typeparam>
    /// <typeparam name="TKey">The type of the key.</typeparam>
    /// <param name="key">The key.</param>
    /// <returns>The proxy.</returns>
    TActor GetActor<TActor, TKey>(TKey key)
        where TActor : class, IKeyedActor<TKey>
        where TKey : IActorKey<TKey>;

    /// <summary>Gets a service by its name on the wire, for calls without a contract.</summary>
    /// <param name="service">The name of the service, virtual object or workflow. Case-sensitive.</param>
    /// <param name="key">The key of the virtual object or the id of the workflow; <see langword="null"/> for a basic service. Not empty.</param>
    /// <returns>The service.</returns>
    UntypedActor GetActor(string service, string? key = null);

    /// <summary>Gets a handle of an invocation that is known by its id.</summary>
    /// <typeparam name="TResult">The type of its result.</typeparam>
    /// <param name="invocationId">The id, <c>inv_...</c>.</param>
    /// <returns>The handle.</returns>
    InvocationHandle<TResult> GetInvocation<TResult>(string invocationId);

    /// <summary>Resolves an awakeable.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="awakeableId">The awakeable's id, <c>sign_1...</c>.</param>
    /// <param name="value">The value.</param>
    /// <param name="serializer">Writes the value; who waits must read it so. Default: that of the type, else that of the host or client.</param>
    /// <returns>A task that completes when the request is recorded. Resolving one that is completed does nothing.</returns>
    Task ResolveAwakeableAsync<T>(string awakeableId, T value, IPayloadSerializer? serializer = null);

    /// <summary>Rejects an awakeable: who waits for it gets a <see cref="TerminalException"/>.</summary>
    /// <param name="awakeableId">The awakeable's id, <c>sign_1...</c>.</param>
    /// <param name="message">The message of the failure. Outside a handler its code is always 500.</param>
    /// <returns>A task that completes when the request is recorded.</returns>
    Task RejectAwakeableAsync(string awakeableId, string message);

    /// <summary>Rejects an awakeable with a failure: who waits for it gets its message, code and metadata.</summary>
    /// <param name="awakeableId">The awakeable's id, <c>sign_1...</c>.</param>
    /// <param name="error">The failure. Outside a handler only its message travels, and the code is 500: the ingress has no more. Metadata needs version 6 of the protocol.</param>
    /// <returns>A task that completes when the request is recorded.</returns>
    Task RejectAwakeableAsync(string awakeableId, TerminalException error);
}
