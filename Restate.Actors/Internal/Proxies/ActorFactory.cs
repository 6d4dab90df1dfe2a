using Restate.Actors.CompilerServices;

namespace Restate.Actors.Internal.Proxies;

/// <summary>Typed proxies over one way of calling.</summary>
internal abstract class ActorFactory : IActorFactory
{
    protected abstract CallTransport Transport { get; }

    public TActor GetActor<TActor>()
        where TActor : class, IDurableService
    {
        return Create<TActor>(string.Empty);
    }

    public TActor GetActor<TActor>(string key)
        where TActor : class, IKeyedActor<string>
    {
        ArgumentNullException.ThrowIfNull(key);
        return CreateKeyed<TActor>(key);
    }

    public TActor GetActor<TActor>(Guid key)
        where TActor : class, IKeyedActor<Guid>
    {
        return Create<TActor>(KeyFormats.GuidKeys.Format(key));
    }

    public TActor GetActor<TActor>(long key)
        where TActor : class, IKeyedActor<long>
    {
        return Create<TActor>(KeyFormats.LongKeys.Format(key));
    }

    public TActor GetActor<TActor>(int key)
        where TActor : class, IKeyedActor<int>
    {
        return Create<TActor>(KeyFormats.IntKeys.Format(key));
    }

    public TActor GetActor<TActor, TKey>(TKey key)
        where TActor : class, IKeyedActor<TKey>
        where TKey : IActorKey<TKey>
    {
        return CreateKeyed<TActor>(TKey.Format(key));
    }

    public UntypedActor GetActor(string service, string? key = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(service);
        if (key is { Length: 0 })
        {
            throw new ArgumentException($"The key of {service} is empty. Leave it null for a basic service; all others need a key.", nameof(key));
        }

        return new UntypedActor(new ActorTarget(new UntypedContract(service, hasKey: key is not null), key ?? string.Empty, Transport));
    }

    public abstract InvocationHandle<TResult> GetInvocation<TResult>(string invocationId);

    public abstract Task ResolveAwakeableAsync<T>(string awakeableId, T value);

    public abstract Task RejectAwakeableAsync(string awakeableId, string message);

    private TActor CreateKeyed<TActor>(string key)
        where TActor : class, IActor
    {
        return key.Length > 0 ? Create<TActor>(key) : throw new ArgumentException(
            $"The key of {typeof(TActor).Name} is empty. An actor needs a key of at least one character.", nameof(key));
    }

    private TActor Create<TActor>(string key)
        where TActor : class, IActor
    {
        var contract = ActorContracts.Get<TActor>();
        return contract.CreateProxy(new ActorTarget(contract, key, Transport));
    }
}
