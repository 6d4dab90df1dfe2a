using System.Runtime.CompilerServices;

namespace Restate.Actors;

/// <summary>The client for code outside handlers: typed proxies, and calls by names, over HTTP.</summary>
/// <remarks>
/// Unlike a plain <see cref="IActorFactory"/> its proxies always travel over HTTP, also in a handler, where such a call is not journaled.
/// Thread-safe. A call that fails throws a <see cref="TerminalException"/> if the handler failed and a <see cref="RestateClientException"/> if Restate
/// could not be reached or refused it. A <see cref="CancellationToken"/> ends the wait, not the invocation.
/// </remarks>
public interface IRestateClient : IActorFactory
{
    /// <summary>Gets a handle of the invocation that was started with an idempotency key, or of the run of a workflow.</summary>
    /// <typeparam name="TResult">The type of its result.</typeparam>
    /// <param name="target">The handler.</param>
    /// <param name="idempotencyKey">The key that the call or send had; <see langword="null"/> only for the run of a workflow.</param>
    /// <returns>The handle. Nothing is sent, and that the invocation exists is not checked.</returns>
    /// <exception cref="ArgumentException">The key is missing or not allowed.</exception>
    /// <remarks>On a typed proxy: <see cref="ActorInvocations.GetInvocation{TActor, TResult}(TActor, Func{TActor, Task{TResult}}, string?)"/>.</remarks>
    InvocationHandle<TResult> GetInvocation<TResult>(InvocationTarget target, string? idempotencyKey = null);

    /// <summary>Gets a handle of the run of a workflow.</summary>
    /// <typeparam name="TWorkflow">The contract.</typeparam>
    /// <typeparam name="TResult">The type of the result of its run.</typeparam>
    /// <param name="workflowId">The id of the workflow.</param>
    /// <returns>The handle. Nothing is sent, and that the workflow was started is not checked.</returns>
    /// <exception cref="InvalidOperationException">The result of the contract's run is of another type.</exception>
    InvocationHandle<TResult> GetWorkflow<TWorkflow, TResult>(string workflowId)
        where TWorkflow : class, IWorkflow;

    /// <summary>Gets a handle of the run of a workflow without a result.</summary>
    /// <typeparam name="TWorkflow">The contract.</typeparam>
    /// <param name="workflowId">The id of the workflow.</param>
    /// <returns>The handle. Nothing is sent, and that the workflow was started is not checked.</returns>
    InvocationHandle GetWorkflow<TWorkflow>(string workflowId)
        where TWorkflow : class, IWorkflow;

    /// <summary>Calls a handler that takes no input, by names.</summary>
    /// <typeparam name="TResult">The type of the result. <see cref="byte"/> arrays are raw bytes; <c>object?</c> is <see langword="null"/> for a handler without one.</typeparam>
    /// <param name="target">The handler.</param>
    /// <param name="options">The options.</param>
    /// <param name="cancellationToken">Ends the wait, not the invocation.</param>
    /// <returns>The result.</returns>
    /// <exception cref="TerminalException">The handler failed.</exception>
    /// <exception cref="RestateClientException">Restate could not be reached or refused the call.</exception>
    Task<TResult> CallAsync<TResult>(InvocationTarget target, CallOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Calls a handler by names.</summary>
    /// <typeparam name="TRequest">The type of the input, written by the serializer. <see cref="byte"/> arrays are raw bytes.</typeparam>
    /// <typeparam name="TResult">The type of the result. <see cref="byte"/> arrays are raw bytes; <c>object?</c> is <see langword="null"/> for a handler without one.</typeparam>
    /// <param name="target">The handler.</param>
    /// <param name="request">The input. For a C# handler with several parameters an object with one property for each.</param>
    /// <param name="options">The options.</param>
    /// <param name="cancellationToken">Ends the wait, not the invocation.</param>
    /// <returns>The result.</returns>
    /// <exception cref="TerminalException">The handler failed.</exception>
    /// <exception cref="RestateClientException">Restate could not be reached or refused the call.</exception>
    Task<TResult> CallAsync<TRequest, TResult>(
        InvocationTarget target, TRequest request, CallOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Calls a handler with bytes and a content type of one's own.</summary>
    /// <param name="target">The handler.</param>
    /// <param name="request">The input.</param>
    /// <param name="options">The options.</param>
    /// <param name="cancellationToken">Ends the wait, not the invocation.</param>
    /// <returns>The result as it came.</returns>
    /// <exception cref="TerminalException">The handler failed.</exception>
    /// <exception cref="RestateClientException">Restate could not be reached or refused the call.</exception>
    Task<RawPayload> CallRawAsync(
        InvocationTarget target, RawPayload request, CallOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Starts an invocation of a handler that takes no input, without waiting for its result.</summary>
    /// <param name="target">The handler.</param>
    /// <param name="options">The options.</param>
    /// <param name="cancellationToken">Ends the wait for the server's confirmation.</param>
    /// <returns>A handle of the invocation, once the server has stored it.</returns>
    /// <exception cref="RestateClientException">Restate could not be reached or refused the send.</exception>
    [OverloadResolutionPriority(1)]
    Task<InvocationHandle> SendAsync(InvocationTarget target, SendOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Starts an invocation without waiting for its result.</summary>
    /// <typeparam name="TRequest">The type of the input, written by the serializer. <see cref="byte"/> arrays are raw bytes.</typeparam>
    /// <param name="target">The handler.</param>
    /// <param name="request">The input. For a C# handler with several parameters an object with one property for each.</param>
    /// <param name="options">The options.</param>
    /// <param name="cancellationToken">Ends the wait for the server's confirmation.</param>
    /// <returns>A handle of the invocation, once the server has stored it.</returns>
    /// <exception cref="RestateClientException">Restate could not be reached or refused the send.</exception>
    Task<InvocationHandle> SendAsync<TRequest>(
        InvocationTarget target, TRequest request, SendOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Starts an invocation, to fetch its result later.</summary>
    /// <typeparam name="TRequest">The type of the input, written by the serializer. <see cref="byte"/> arrays are raw bytes.</typeparam>
    /// <typeparam name="TResult">The type of the result. <see cref="byte"/> arrays are raw bytes.</typeparam>
    /// <param name="target">The handler.</param>
    /// <param name="request">The input. For a C# handler with several parameters an object with one property for each.</param>
    /// <param name="options">The options.</param>
    /// <param name="cancellationToken">Ends the wait for the server's confirmation.</param>
    /// <returns>A handle of the invocation, once the server has stored it.</returns>
    /// <exception cref="RestateClientException">Restate could not be reached or refused the send.</exception>
    Task<InvocationHandle<TResult>> SendAsync<TRequest, TResult>(
        InvocationTarget target, TRequest request, SendOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Starts an invocation with bytes and a content type of one's own.</summary>
    /// <param name="target">The handler.</param>
    /// <param name="request">The input.</param>
    /// <param name="options">The options.</param>
    /// <param name="cancellationToken">Ends the wait for the server's confirmation.</param>
    /// <returns>A handle of the invocation, once the server has stored it.</returns>
    /// <exception cref="RestateClientException">Restate could not be reached or refused the send.</exception>
    Task<InvocationHandle<RawPayload>> SendRawAsync(
        InvocationTarget target, RawPayload request, SendOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Asks the ingress whether it is healthy. Never retried.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The names of the registered services, in ordinal order.</returns>
    /// <exception cref="RestateClientException">The server cannot be reached or does not answer as a healthy one.</exception>
    Task<IReadOnlyList<string>> CheckHealthAsync(CancellationToken cancellationToken = default);
}
