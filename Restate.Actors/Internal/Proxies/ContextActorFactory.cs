using Microsoft.Extensions.DependencyInjection;

namespace Restate.Actors.Internal.Proxies;

/// <summary>The factory that applications inject: durable inside a handler, the client outside.</summary>
internal sealed class ContextActorFactory(IAmbientActorFactory? ambient, IRestateClient? client) : IActorFactory
{
    private IActorFactory Current => ambient?.Current ?? client ?? throw new InvalidOperationException(
        "IActorFactory was used outside a handler, and there is no client that could call Restate. Add one: services.AddRestateClient().");

    public static ContextActorFactory Create(IServiceProvider services)
    {
        return new ContextActorFactory(services.GetService<IAmbientActorFactory>(), services.GetService<IRestateClient>());
    }

    public TActor GetActor<TActor>()
        where TActor : class, IDurableService => Current.GetActor<TActor>();

    public TActor GetActor<TActor>(string key)
        where TActor : class, IKeyedActor<string> => Current.GetActor<TActor>(key);

    public TActor GetActor<TActor>(Guid key)
        where TActor : class, IKeyedActor<Guid> => Current.GetActor<TActor>(key);

    public TActor GetActor<TActor>(long key)
        where TActor : class, IKeyedActor<long> => Current.GetActor<TActor>(key);

    public TActor GetActor<TActor>(int key)
        where TActor : class, IKeyedActor<int> => Current.GetActor<TActor>(key);

    public TActor GetActor<TActor, TKey>(TKey key)
        where TActor : class, IKeyedActor<TKey>
        where TKey : IActorKey<TKey> => Current.GetActor<TActor, TKey>(key);

    public UntypedActor GetActor(string service, string? key = null) => Current.GetActor(service, key);

    public InvocationHandle<TResult> GetInvocation<TResult>(string invocationId) => Current.GetInvocation<TResult>(invocationId);

    public Task ResolveAwakeableAsync<T>(string awakeableId, T value, IPayloadSerializer? serializer = null)
    {
        return Current.ResolveAwakeableAsync(awakeableId, value, serializer);
    }

    public Task RejectAwakeableAsync(string awakeableId, string message) => Current.RejectAwakeableAsync(awakeableId, message);

    public Task RejectAwakeableAsync(string awakeableId, TerminalException error) => Current.RejectAwakeableAsync(awakeableId, error);
}
