using System.Runtime.CompilerServices;
using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Client;
using Restate.Actors.Internal.Proxies;

namespace Restate.Actors;

/// <summary>A service known by its name: calls without a contract, as to services in other languages or to names that come at run time.</summary>
/// <remarks>
/// From <see cref="IActorFactory.GetActor(string, string?)"/>. As with typed proxies, calls are durable inside a handler and travel over HTTP outside.
/// Values are written by the serializer; <c>byte[]</c> and <see cref="ReadOnlyMemory{T}"/> of bytes travel as they are, in both directions. A C# handler
/// with several parameters takes an object with one property for each. For a handler without a result any class will do: it is <see langword="null"/>.
/// A <see cref="RawPayload"/> is bytes with a content type, for handlers that want another one than JSON; inside a handler, where calls carry no content
/// type, it is only the bytes.
/// </remarks>
public sealed class UntypedActor
{
    private readonly ActorTarget _target;
    private readonly string? _run;

    internal UntypedActor(ActorTarget target, string? run = null)
    {
        _target = target;
        _run = run;
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

    /// <summary>Gets a handle of the invocation that was started with an idempotency key, or of the run of a workflow.</summary>
    /// <typeparam name="TResult">The type of its result.</typeparam>
    /// <param name="handler">The name of the handler. Case-sensitive.</param>
    /// <param name="idempotencyKey">The key that the call or send had; <see langword="null"/> only for the run of a workflow, see <see cref="AsWorkflow"/>.</param>
    /// <param name="scope">The scope of the invocation, if it is in one.</param>
    /// <returns>The handle. Nothing is sent, and that the invocation exists is not checked.</returns>
    /// <exception cref="ArgumentException">The key is missing or not allowed.</exception>
    public InvocationHandle<TResult> GetInvocation<TResult>(string handler, string? idempotencyKey = null, string? scope = null)
    {
        return _target.Transport.GetInvocation(_target, Handler<NoValue, TResult>(handler), idempotencyKey, scope);
    }

    /// <summary>Says that this is a workflow, and which handler is its run.</summary>
    /// <param name="run">The name of the handler that runs it: <c>Run</c> for a C# contract, mostly <c>run</c> in other languages.</param>
    /// <returns>
    /// The workflow: a second call of its run is a <see cref="WorkflowAlreadyStartedException"/>, a send of it may safely be sent again, and
    /// <see cref="GetInvocation"/> finds it without an idempotency key.
    /// </returns>
    /// <exception cref="InvalidOperationException">There is no workflow id: the actor was got without a key.</exception>
    public UntypedActor AsWorkflow(string run = "Run")
    {
        Names.CheckHandler(run);
        return Key is null
            ? throw new InvalidOperationException($"{Service} has no key; a workflow has its id as key: GetActor(\"{Service}\", workflowId).")
            : new UntypedActor(new ActorTarget(new UntypedContract(Service, ActorKind.Workflow), _target.Key, _target.Transport), run);
    }

    private UntypedHandler<TRequest, TResult> Handler<TRequest, TResult>(string name)
    {
        Names.CheckHandler(name);
        return new UntypedHandler<TRequest, TResult>(name, KindOf(name));
    }

    private HandlerKind KindOf(string handler)
    {
        if (_target.Contract.Key is null)
        {
            return HandlerKind.Service;
        }

        return _run is null ? HandlerKind.Exclusive : handler == _run ? HandlerKind.WorkflowRun : HandlerKind.Shared;
    }
}
