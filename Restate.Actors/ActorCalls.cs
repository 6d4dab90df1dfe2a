using Restate.Actors.Internal.Proxies;

namespace Restate.Actors;

/// <summary>One-way calls, and calls with options, on typed proxies.</summary>
public static class ActorCalls
{
    /// <summary>Starts an invocation without waiting for its result.</summary>
    /// <typeparam name="TActor">The contract.</typeparam>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="actor">A proxy.</param>
    /// <param name="call">Makes exactly one call on its argument, which records it.</param>
    /// <param name="after">How long Restate waits before it starts the invocation. Zero or more; whole milliseconds.</param>
    /// <param name="idempotencyKey">Sends with the same key to the same handler start one invocation.</param>
    /// <returns>A handle of the invocation. Inside a handler the task is complete at once: the journal guarantees delivery.</returns>
    /// <exception cref="ArgumentException">The actor is no proxy, or the lambda made no call or several.</exception>
    /// <remarks>Inside a handler the call is journaled and sent once, in program order; a replay sends nothing again.</remarks>
    public static Task<InvocationHandle<TResult>> Send<TActor, TResult>(
        this TActor actor, Func<TActor, Task<TResult>> call, TimeSpan after = default, string? idempotencyKey = null)
        where TActor : class, IActor
    {
        return CallRecorder.Record<TActor, TResult>(actor, proxy => _ = call(proxy)).SendAsync(Options(after, idempotencyKey));
    }

    /// <inheritdoc cref="Send{TActor, TResult}(TActor, Func{TActor, Task{TResult}}, TimeSpan, string?)"/>
    public static Task<InvocationHandle<TResult>> Send<TActor, TResult>(
        this TActor actor, Func<TActor, ValueTask<TResult>> call, TimeSpan after = default, string? idempotencyKey = null)
        where TActor : class, IActor
    {
        return CallRecorder.Record<TActor, TResult>(actor, proxy => _ = call(proxy).AsTask()).SendAsync(Options(after, idempotencyKey));
    }

    /// <summary>Starts an invocation without a result.</summary>
    /// <typeparam name="TActor">The contract.</typeparam>
    /// <param name="actor">A proxy.</param>
    /// <param name="call">Makes exactly one call on its argument, which records it.</param>
    /// <param name="after">How long Restate waits before it starts the invocation. Zero or more; whole milliseconds.</param>
    /// <param name="idempotencyKey">Sends with the same key to the same handler start one invocation.</param>
    /// <returns>A handle of the invocation. Inside a handler the task is complete at once: the journal guarantees delivery.</returns>
    /// <exception cref="ArgumentException">The actor is no proxy, or the lambda made no call or several.</exception>
    /// <remarks>Inside a handler the call is journaled and sent once, in program order; a replay sends nothing again.</remarks>
    public static Task<InvocationHandle> Send<TActor>(this TActor actor, Func<TActor, Task> call, TimeSpan after = default, string? idempotencyKey = null)
        where TActor : class, IActor
    {
        return CallRecorder.Record(actor, proxy => _ = call(proxy)).SendUntypedAsync(Options(after, idempotencyKey));
    }

    /// <inheritdoc cref="Send{TActor}(TActor, Func{TActor, Task}, TimeSpan, string?)"/>
    public static Task<InvocationHandle> Send<TActor>(
        this TActor actor, Func<TActor, ValueTask> call, TimeSpan after = default, string? idempotencyKey = null)
        where TActor : class, IActor
    {
        return CallRecorder.Record(actor, proxy => _ = call(proxy).AsTask()).SendUntypedAsync(Options(after, idempotencyKey));
    }

    /// <summary>Starts an invocation with options.</summary>
    /// <typeparam name="TActor">The contract.</typeparam>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="actor">A proxy.</param>
    /// <param name="call">Makes exactly one call on its argument, which records it.</param>
    /// <param name="options">The options.</param>
    /// <returns>A handle of the invocation. Inside a handler the task is complete at once: the journal guarantees delivery.</returns>
    /// <exception cref="ArgumentException">The actor is no proxy, or the lambda made no call or several.</exception>
    /// <remarks>Inside a handler the call is journaled and sent once, in program order; a replay sends nothing again.</remarks>
    public static Task<InvocationHandle<TResult>> Send<TActor, TResult>(this TActor actor, Func<TActor, Task<TResult>> call, SendOptions options)
        where TActor : class, IActor
    {
        return CallRecorder.Record<TActor, TResult>(actor, proxy => _ = call(proxy)).SendAsync(options);
    }

    /// <inheritdoc cref="Send{TActor, TResult}(TActor, Func{TActor, Task{TResult}}, SendOptions)"/>
    public static Task<InvocationHandle<TResult>> Send<TActor, TResult>(this TActor actor, Func<TActor, ValueTask<TResult>> call, SendOptions options)
        where TActor : class, IActor
    {
        return CallRecorder.Record<TActor, TResult>(actor, proxy => _ = call(proxy).AsTask()).SendAsync(options);
    }

    /// <inheritdoc cref="Send{TActor, TResult}(TActor, Func{TActor, Task{TResult}}, SendOptions)"/>
    public static Task<InvocationHandle> Send<TActor>(this TActor actor, Func<TActor, Task> call, SendOptions options)
        where TActor : class, IActor
    {
        return CallRecorder.Record(actor, proxy => _ = call(proxy)).SendUntypedAsync(options);
    }

    /// <inheritdoc cref="Send{TActor, TResult}(TActor, Func{TActor, Task{TResult}}, SendOptions)"/>
    public static Task<InvocationHandle> Send<TActor>(this TActor actor, Func<TActor, ValueTask> call, SendOptions options)
        where TActor : class, IActor
    {
        return CallRecorder.Record(actor, proxy => _ = call(proxy).AsTask()).SendUntypedAsync(options);
    }

    /// <summary>Calls a handler with options.</summary>
    /// <typeparam name="TActor">The contract.</typeparam>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="actor">A proxy.</param>
    /// <param name="call">Makes exactly one call on its argument, which records it.</param>
    /// <param name="options">The options.</param>
    /// <param name="cancellationToken">Inside a handler it cancels the callee; outside it only stops waiting.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">The actor is no proxy, or the lambda made no call or several.</exception>
    public static Task<TResult> Call<TActor, TResult>(
        this TActor actor, Func<TActor, Task<TResult>> call, CallOptions options, CancellationToken cancellationToken = default)
        where TActor : class, IActor
    {
        return CallRecorder.Record<TActor, TResult>(actor, proxy => _ = call(proxy)).CallAsync(options, cancellationToken);
    }

    /// <inheritdoc cref="Call{TActor, TResult}(TActor, Func{TActor, Task{TResult}}, CallOptions, CancellationToken)"/>
    public static Task<TResult> Call<TActor, TResult>(
        this TActor actor, Func<TActor, ValueTask<TResult>> call, CallOptions options, CancellationToken cancellationToken = default)
        where TActor : class, IActor
    {
        return CallRecorder.Record<TActor, TResult>(actor, proxy => _ = call(proxy).AsTask()).CallAsync(options, cancellationToken);
    }

    /// <inheritdoc cref="Call{TActor, TResult}(TActor, Func{TActor, Task{TResult}}, CallOptions, CancellationToken)"/>
    public static Task Call<TActor>(this TActor actor, Func<TActor, Task> call, CallOptions options, CancellationToken cancellationToken = default)
        where TActor : class, IActor
    {
        return CallRecorder.Record(actor, proxy => _ = call(proxy)).CallUntypedAsync(options, cancellationToken);
    }

    /// <inheritdoc cref="Call{TActor, TResult}(TActor, Func{TActor, Task{TResult}}, CallOptions, CancellationToken)"/>
    public static Task Call<TActor>(this TActor actor, Func<TActor, ValueTask> call, CallOptions options, CancellationToken cancellationToken = default)
        where TActor : class, IActor
    {
        return CallRecorder.Record(actor, proxy => _ = call(proxy).AsTask()).CallUntypedAsync(options, cancellationToken);
    }

    private static SendOptions? Options(TimeSpan after, string? idempotencyKey)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(after, TimeSpan.Zero);
        return after == TimeSpan.Zero && idempotencyKey is null ? null : new SendOptions { Delay = after, IdempotencyKey = idempotencyKey };
    }
}
