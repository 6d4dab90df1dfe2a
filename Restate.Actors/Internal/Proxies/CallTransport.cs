using Restate.Actors.CompilerServices;

namespace Restate.Actors.Internal.Proxies;

/// <summary>How calls of a proxy travel: through the journal, through the ingress, or into a recording.</summary>
internal abstract class CallTransport
{
    public abstract Task<TResult> CallAsync<TArguments, TResult>(
        ActorTarget target,
        HandlerContract<TArguments, TResult> handler,
        TArguments arguments,
        CallOptions? options,
        CancellationToken cancellationToken);

    public abstract Task<InvocationHandle<TResult>> SendAsync<TArguments, TResult>(
        ActorTarget target,
        HandlerContract<TArguments, TResult> handler,
        TArguments arguments,
        SendOptions? options);

    /// <summary>Gets a handle of the invocation that was started with an idempotency key, or of the run of a workflow.</summary>
    public virtual InvocationHandle<TResult> GetInvocation<TArguments, TResult>(
        ActorTarget target,
        HandlerContract<TArguments, TResult> handler,
        string? idempotencyKey,
        string? scope)
    {
        throw new InvalidOperationException($"[RSTA4001] GetInvocation on {target.Contract.Name} stands inside the lambda of another call.");
    }
}
