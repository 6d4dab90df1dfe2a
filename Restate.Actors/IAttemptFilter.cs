namespace Restate.Actors;

/// <summary>Code around one attempt: metrics, tracing, logging. May be impure.</summary>
/// <remarks>
/// Runs outside the deterministic world, once for each attempt whose journal has been received; an invocation has as many attempts as it is suspended and retried. Nothing that it sets
/// (such as an <see cref="AsyncLocal{T}"/>) flows into the handler. A singleton, so it must be thread-safe. Added by <see cref="RestateActorsBuilder.AddAttemptFilter{TFilter}"/>; the first that
/// was added is the outermost. For spans and metrics of the usual kind nothing is needed: see the source and meter <c>Restate.Actors</c>.
/// </remarks>
public interface IAttemptFilter
{
    /// <summary>Runs around one attempt.</summary>
    /// <param name="context">The attempt. Its outcome is known after <paramref name="next"/>.</param>
    /// <param name="next">Runs the attempt. Once. Its task never fails: see <see cref="AttemptContext.Outcome"/> and <see cref="AttemptContext.Error"/>.</param>
    /// <returns>A task.</returns>
    /// <remarks>A filter that fails before the attempt has run makes the attempt fail, to be retried; after it, a warning is logged and the outcome stands.</remarks>
    Task InvokeAsync(AttemptContext context, Func<Task> next);
}
