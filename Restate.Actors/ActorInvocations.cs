using Restate.Actors.Internal.Proxies;

namespace Restate.Actors;

/// <summary>Finds invocations that were started before, on typed proxies.</summary>
public static class ActorInvocations
{
    /// <summary>Gets a handle of the invocation that was started with an idempotency key, or of the run of a workflow.</summary>
    /// <typeparam name="TActor">The contract.</typeparam>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="actor">A proxy.</param>
    /// <param name="call">Makes exactly one call on its argument, which names the handler. The arguments do not matter: pass <see langword="default"/>.</param>
    /// <param name="idempotencyKey">The key that the call or send had; <see langword="null"/> only for the run of a workflow.</param>
    /// <param name="scope">The scope of the invocation, if it is in one.</param>
    /// <returns>The handle. Nothing is sent, and that the invocation exists is not checked.</returns>
    /// <exception cref="ArgumentException">The actor is no proxy, the lambda made no call or several, or the key is missing or not allowed.</exception>
    public static InvocationHandle<TResult> GetInvocation<TActor, TResult>(
        this TActor actor, Func<TActor, Task<TResult>> call, string? idempotencyKey = null, string? scope = null)
        where TActor : class, IActor
    {
        return CallRecorder.Record<TActor, TResult>(actor, proxy => _ = call(proxy)).GetInvocation(idempotencyKey, scope);
    }

    /// <inheritdoc cref="GetInvocation{TActor, TResult}(TActor, Func{TActor, Task{TResult}}, string?, string?)"/>
    public static InvocationHandle<TResult> GetInvocation<TActor, TResult>(
        this TActor actor, Func<TActor, ValueTask<TResult>> call, string? idempotencyKey = null, string? scope = null)
        where TActor : class, IActor
    {
        return CallRecorder.Record<TActor, TResult>(actor, proxy => _ = call(proxy).AsTask()).GetInvocation(idempotencyKey, scope);
    }

    /// <inheritdoc cref="GetInvocation{TActor, TResult}(TActor, Func{TActor, Task{TResult}}, string?, string?)"/>
    public static InvocationHandle GetInvocation<TActor>(this TActor actor, Func<TActor, Task> call, string? idempotencyKey = null, string? scope = null)
        where TActor : class, IActor
    {
        return CallRecorder.Record(actor, proxy => _ = call(proxy)).GetUntypedInvocation(idempotencyKey, scope);
    }

    /// <inheritdoc cref="GetInvocation{TActor, TResult}(TActor, Func{TActor, Task{TResult}}, string?, string?)"/>
    public static InvocationHandle GetInvocation<TActor>(this TActor actor, Func<TActor, ValueTask> call, string? idempotencyKey = null, string? scope = null)
        where TActor : class, IActor
    {
        return CallRecorder.Record(actor, proxy => _ = call(proxy).AsTask()).GetUntypedInvocation(idempotencyKey, scope);
    }
}
