using System.ComponentModel;
using Microsoft.Extensions.Logging;
using Restate.Actors.Internal.Operations;

namespace Restate.Actors;

/// <summary>The base of actor classes. Derive from <see cref="DurableService"/>, <see cref="VirtualObject"/>, <see cref="VirtualObject{TKey}"/> or <see cref="Workflow"/>.</summary>
/// <remarks>An instance lives for one attempt of one invocation: what must survive belongs into state.</remarks>
public abstract class Actor
{
    private IActorContext? _context;

    private protected Actor()
    {
        _context = InvocationContext.CurrentOrNull;
    }

    internal IActorContext? ContextOrNull => _context;

    /// <summary>Gets the durable operations of the invocation.</summary>
    /// <exception cref="InvalidOperationException">The instance was not created for an invocation and has no context attached.</exception>
    protected IActorContext Context => _context ?? throw new InvalidOperationException(
        $"{GetType().Name} was created outside an invocation. In a unit test attach a context first: new {GetType().Name}(...).Attach(context).");

    /// <inheritdoc cref="IActorContext.InvocationId"/>
    protected string InvocationId => Context.InvocationId;

    /// <inheritdoc cref="IActorContext.Request"/>
    protected ActorRequest Request => Context.Request;

    /// <inheritdoc cref="IActorContext.Actors"/>
    protected IActorFactory Actors => Context.Actors;

    /// <inheritdoc cref="IActorContext.Time"/>
    protected TimeProvider Time => Context.Time;

    /// <inheritdoc cref="IActorContext.Random"/>
    protected Random Random => Context.Random;

    /// <inheritdoc cref="IActorContext.Logger"/>
    protected ILogger Logger => Context.Logger;

    /// <inheritdoc cref="IActorContext.CancellationToken"/>
    protected CancellationToken CancellationToken => Context.CancellationToken;

    /// <summary>Called before the handler, at the start of every attempt. Durable operations are allowed; they are replayed with the rest.</summary>
    /// <param name="cancellationToken">Fires when the invocation is cancelled.</param>
    /// <returns>A task that completes when the handler may run.</returns>
    /// <remarks>For loading references and validating state, not for caching: the instance lives for one attempt. Errors count as the handler's.</remarks>
    public virtual ValueTask OnActivateAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>Gives the actor its context; for unit tests.</summary>
    /// <param name="context">The context.</param>
    [EditorBrowsable(EditorBrowsableState.Advanced)]
    public void AttachContext(IActorContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _context = context;
    }

    /// <inheritdoc cref="IActorContext.NewGuid"/>
    protected Guid NewGuid() => Context.NewGuid();

    /// <inheritdoc cref="IActorContext.Run{T}(string, Func{RunContext, Task{T}}, RunOptions?)"/>
    protected Task<T> Run<T>(string name, Func<RunContext, Task<T>> action, RunOptions? options = null) => Context.Run(name, action, options);

    /// <inheritdoc cref="IActorContext.Run(string, Func{RunContext, Task}, RunOptions?)"/>
    protected Task Run(string name, Func<RunContext, Task> action, RunOptions? options = null) => Context.Run(name, action, options);

    /// <inheritdoc cref="IActorContext.Run{T}(string, Func{RunContext, Task{T}}, RunOptions?)"/>
    protected Task<T> Run<T>(string name, Func<RunContext, T> action, RunOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(action);
        return Context is InvocationContext own ? own.RunImmediateAsync(name, action, options) : RunIn(Context, name, action, options);
    }

    /// <inheritdoc cref="IActorContext.Run(string, Func{RunContext, Task}, RunOptions?)"/>
    protected Task Run(string name, Action<RunContext> action, RunOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(action);
        return Context.Run(
            name,
            run =>
            {
                action(run);
                return Task.CompletedTask;
            },
            options);
    }

    /// <inheritdoc cref="IActorContext.RunCached{T}"/>
    protected Task<T> RunCached<T>(string name, Func<RunContext, Task<T>> action, TimeSpan? maxAge = null, RunOptions? options = null)
    {
        return Context.RunCached(name, action, maxAge, options);
    }

    /// <inheritdoc cref="IActorContext.Sleep"/>
    protected Task Sleep(TimeSpan delay, string? name = null) => Context.Sleep(delay, name);

    /// <inheritdoc cref="IActorContext.CreateAwakeable{T}"/>
    protected Awakeable<T> CreateAwakeable<T>(IPayloadSerializer? serializer = null) => Context.CreateAwakeable<T>(serializer);

    /// <inheritdoc cref="IActorContext.Signal{T}"/>
    protected Task<T> Signal<T>(string name) => Context.Signal<T>(name);

    /// <inheritdoc cref="IActorContext.Signal{T}"/>
    protected Task<T> Signal<T>(SignalName<T> name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Context.Signal<T>(name.Name);
    }

    // A context that is not ours, as of a unit test.
    private static Task<T> RunIn<T>(IActorContext context, string name, Func<RunContext, T> action, RunOptions? options)
    {
        return context.Run(name, run => Task.FromResult(action(run)), options);
    }
}
