namespace Restate.Actors;

/// <summary>Code around the handlers of this host: authorization, auditing, ambient values. It belongs to the handler's deterministic world.</summary>
/// <remarks>
/// Runs on the handler's turn scheduler, before the actor is created, and again in every attempt: it is replayed with the handler. So it may use durable operations
/// (of <see cref="ActorCallContext.Context"/>) and must be as deterministic as a handler: clocks, I/O and policies that change belong inside <c>Run(...)</c>. For metrics and tracing,
/// which may be impure, there is <see cref="IAttemptFilter"/>.
/// Created for each attempt from the services of the attempt, as actors are. Added by <see cref="RestateActorsBuilder.AddFilter{TFilter}"/> for all actors, or by
/// <see cref="ActorFilterAttribute{TFilter}"/> for one class; the first that was added is the outermost.
/// </remarks>
public interface IActorFilter
{
    /// <summary>Runs around one call of a handler.</summary>
    /// <param name="context">The call.</param>
    /// <param name="next">Runs the next filter, the innermost the handler. At most once. Its task ends with what the handler throws.</param>
    /// <returns>A task; the handler's result counts when it completes.</returns>
    /// <exception cref="TerminalException">Thrown to refuse the call: the caller gets it. Other exceptions count as those of a handler.</exception>
    /// <remarks>When the invocation suspends, <paramref name="next"/> does not come back: what follows it runs in the attempt that completes the handler. A filter that does not call it sets
    /// <see cref="ActorCallContext.Result"/>, unless the handler has no result.</remarks>
    Task InvokeAsync(ActorCallContext context, Func<Task> next);
}
