using System.Runtime.CompilerServices;
using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Proxies;

namespace Restate.Actors;

/// <summary>A service known by its name: calls without a contract, as to services in other languages or to names that come at run time.</summary>
/// <remarks>
/// From <see cref="IActorFactory.GetActor(string, string?)"/>. As with typed proxies, calls are durable inside a handler and travel over HTTP outside.
/// Values are written by the serializer; <c>byte[]</c> and <see cref="ReadOnlyMemory{T}"/> of bytes travel as they are, in both directions. A C# handler
/// with several parameters takes an object with one property for each. For a handler without a result any class will do: it is <see langword="null"/>.
/// </remarks>
public sealed class UntypedActor
{
    private readonly ActorTarget _target;

    internal UntypedActor(ActorTarget target)
    {
        _target = target;
    }

    /// <summary>Gets the name of the service.</summary>
    public string Service => _target.Contract.Name;

    /// <summary>Gets the key.</summary>
    /// <value><see langword="null"/> for a basic service.</value>
    public string? Key => _target.Contract.Key is null ? null : _target.Key;

    /// <summary>Calls a handler without input.</summary>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="handler">The name of the handler. Case-sensitive.</param>
    /// <param name="options">The options.</param>
    /// <param name="cancellationToken">Inside a handler it cancels the callee; outside it only stops waiting.</param>
    /// <returns>The result.</returns>
    /// <exception cref="TerminalException">The callee failed.</exception>
    /// <remarks>Inside a handler the call is journaled when the method is called, not when its task is awaited.</remarks>
    [OverloadResolutionPriority(1)]
    public Task<TResult> CallAsync<TResult>(string handler, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        return _target.Transport.CallAsync(_target, Handler<NoValue, TResult>(handler), default, options, cancellationToken);
    }

    /// <summary>Calls a handler.</summary>
    /// <typeparam name="TRequest">The type of the input.</typeparam>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="handler">The name of the handler. Case-sensitive.</param>
    /// <param name="request">The input.</param>
    /// <param name="options">The options.</param>
    /// <param name="cancellationToken">Inside a handler it cancels the callee; outside it only stops waiting.</param>
    /// <returns>The result.</returns>
    /// <exception cref="TerminalException">The callee failed.</exception>
    /// <remarks>Inside a handler the call is journaled when the method is called, not when its task is awaited.</remarks>
    public Task<TResult> CallAsync<TRequest, TResult>(
        string handler, TRequest request, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        return _target.Transport.CallAsync(_target, Handler<TRequest, TResult>(handler), request, options, cancellationToken);
    }

    /// <summary>Starts an invocation of a handler without input, without waiting for its result.</summary>
    /// <param name="handler">The name of the handler. Case-sensitive.</param>
    /// <param name="options">The options.</param>
    /// <returns>A handle of the invocation. Inside a handler the task is complete at once: the journal guarantees delivery.</returns>
    [OverloadResolutionPriority(1)]
    public async Task<InvocationHandle> SendAsync(string handler, SendOptions? options = null)
    {
        // Inside a handler this resumes on its turn scheduler.
        return await _target.Transport.SendAsync(_target, Handler<NoValue, NoValue>(handler), default, options).ConfigureAwait(true);
    }

    /// <summary>Starts an invocation without waiting for its result.</summary>
    /// <typeparam name="TRequest">The type of the input.</typeparam>
    /// <param name="handler">The name of the handler. Case-sensitive.</param>
    /// <param name="request">The input.</param>
    /// <param name="options">The options.</param>
    /// <returns>A handle of the invocation. Inside a handler the task is complete at once: the journal guarantees delivery.</returns>
    public async Task<InvocationHandle> SendAsync<TRequest>(string handler, TRequest request, SendOptions? options = null)
    {
        return await _target.Transport.SendAsync(_target, Handler<TRequest, NoValue>(handler), request, options).ConfigureAwait(true);
    }

    /// <summary>Starts an invocation, to fetch its result later.</summary>
    /// <typeparam name="TRequest">The type of the input.</typeparam>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="handler">The name of the handler. Case-sensitive.</param>
    /// <param name="request">The input.</param>
    /// <param name="options">The options.</param>
    /// <returns>A handle of the invocation. Inside a handler the task is complete at once: the journal guarantees delivery.</returns>
    public Task<InvocationHandle<TResult>> SendAsync<TRequest, TResult>(string handler, TRequest request, SendOptions? options = null)
    {
        return _target.Transport.SendAsync(_target, Handler<TRequest, TResult>(handler), request, options);
    }

    private UntypedHandler<TRequest, TResult> Handler<TRequest, TResult>(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new UntypedHandler<TRequest, TResult>(name, _target.Contract.Key is null ? HandlerKind.Service : HandlerKind.Exclusive);
    }
}
