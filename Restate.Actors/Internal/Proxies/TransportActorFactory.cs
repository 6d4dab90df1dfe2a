using Microsoft.Extensions.Logging;
using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Client;

namespace Restate.Actors.Internal.Proxies;

/// <summary>Creates proxies whose calls travel by one transport.</summary>
internal abstract class TransportActorFactory(CallTransport transport, ILogger logger) : IActorFactory
{
    private const int LongKey = 1024;

    /// <summary>Gets how the calls of the proxies travel.</summary>
    public CallTransport Transport { get; } = transport;

    public TActor GetActor<TActor>()
        where TActor : class, IDurableService
    {
        var contract = ActorContracts.Addressed<TActor>();
        return (TActor)contract.CreateProxyFor(new ActorTarget(contract, key: "", Transport));
    }

    public TActor GetActor<TActor>(string key)
        where TActor : class, IKeyedActor<string> => Keyed<TActor, string>(key);

    public TActor GetActor<TActor>(Guid key)
        where TActor : class, IKeyedActor<Guid> => Keyed<TActor, Guid>(key);

    public TActor GetActor<TActor>(long key)
        where TActor : class, IKeyedActor<long> => Keyed<TActor, long>(key);

    public TActor GetActor<TActor>(int key)
        where TActor : class, IKeyedActor<int> => Keyed<TActor, int>(key);

    public TActor GetActor<TActor, TKey>(TKey key)
        where TActor : class, IKeyedActor<TKey>
        where TKey : IActorKey<TKey> => Keyed<TActor, TKey>(key);

    public UntypedActor GetActor(string service, string? key = null)
    {
        Names.CheckService(service);
        var text = key is null ? string.Empty : Names.CheckKey(key, service);
        return new UntypedActor(new ActorTarget(new UntypedContract(service, key is null ? ActorKind.Service : ActorKind.VirtualObject), text, Transport));
    }

    public abstract InvocationHandle<TResult> GetInvocation<TResult>(string invocationId);

    public abstract Task ResolveAwakeableAsync<T>(string awakeableId, T value, IPayloadSerializer? serializer = null);

    public Task RejectAwakeableAsync(string awakeableId, string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return RejectAwakeableAsync(awakeableId, new TerminalException(message));
    }

    public abstract Task RejectAwakeableAsync(string awakeableId, TerminalException error);

    private TActor Keyed<TActor, TKey>(TKey key)
        where TActor : class, IKeyedActor<TKey>
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(key);
        var contract = ActorContracts.Addressed<TActor>();
        if (contract.Key is not KeyFormat<TKey> format)
        {
            throw new InvalidOperationException($"The generated contract {contract.Name} has no keys of type {typeof(TKey)}. Rebuild the project that declares {typeof(TActor)}.");
        }

        var text = Names.CheckKey(format.Format(key), contract.Name);
        if (text.Length > LongKey)
        {
            ProxyLog.LongKey(logger, contract.Name, text.Length);
        }

        return (TActor)contract.CreateProxyFor(new ActorTarget(contract, text, Transport));
    }
}
