using Restate.Actors.CompilerServices;

namespace Restate.Actors.Internal.Proxies;

/// <summary>The transport of a proxy that only notes the call that is made on it.</summary>
internal sealed class CallRecorder(ActorTarget realTarget) : CallTransport
{
    private RecordedCall? _call;
    private int _count;

    /// <summary>Runs a lambda on a recording twin of a proxy.</summary>
    public static RecordedCall Record<TActor>(TActor actor, Action<TActor> lambda)
        where TActor : class, IActor
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor is not ActorProxy { Target: var target })
        {
            throw new ArgumentException(
                $"[RSTA4001] Send and Call work on proxies from IActorFactory.GetActor; {actor.GetType()} is none.", nameof(actor));
        }

        var recorder = new CallRecorder(target);
        lambda((TActor)target.Contract.CreateProxyFor(new ActorTarget(target.Contract, target.Key, recorder)));
        return recorder._count == 1 ? recorder._call! : throw new ArgumentException(
            $"[RSTA4001] The lambda made {recorder._count} calls on {target.Contract.Name}; it must make exactly one, as in Send(actor => actor.DoAsync(argument)).",
            nameof(lambda));
    }

    /// <summary>Runs a lambda on a recording twin of a proxy.</summary>
    public static RecordedCall<TResult> Record<TActor, TResult>(TActor actor, Action<TActor> lambda)
        where TActor : class, IActor
    {
        return (RecordedCall<TResult>)Record(actor, lambda);
    }

    public override Task<TResult> CallAsync<TArguments, TResult>(
        ActorTarget target,
        HandlerContract<TArguments, TResult> handler,
        TArguments arguments,
        CallOptions? options,
        CancellationToken cancellationToken)
    {
        _count++;
        _call = new RecordedCall<TArguments, TResult>(realTarget, handler, arguments);
        return Task.FromResult<TResult>(default!);
    }

    public override Task<InvocationHandle<TResult>> SendAsync<TArguments, TResult>(
        ActorTarget target,
        HandlerContract<TArguments, TResult> handler,
        TArguments arguments,
        SendOptions? options)
    {
        throw new InvalidOperationException($"[RSTA4001] A Send on {target.Contract.Name} stands inside the lambda of another.");
    }
}
