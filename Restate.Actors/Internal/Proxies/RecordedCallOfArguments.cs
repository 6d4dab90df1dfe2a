using Restate.Actors.CompilerServices;

namespace Restate.Actors.Internal.Proxies;

/// <summary>A recorded call with its arguments.</summary>
internal sealed class RecordedCall<TArguments, TResult>(ActorTarget target, HandlerContract<TArguments, TResult> handler, TArguments arguments)
    : RecordedCall<TResult>
{
    public override Task<InvocationHandle<TResult>> SendAsync(SendOptions? options) => target.Transport.SendAsync(target, handler, arguments, options);

    public override Task<TResult> CallAsync(CallOptions options, CancellationToken cancellationToken)
    {
        return target.Transport.CallAsync(target, handler, arguments, options, cancellationToken);
    }

    public override InvocationHandle<TResult> GetInvocation(string? idempotencyKey, string? scope)
    {
        return target.Transport.GetInvocation(target, handler, idempotencyKey, scope);
    }
}
