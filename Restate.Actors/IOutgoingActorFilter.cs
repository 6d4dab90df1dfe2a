namespace Restate.Actors;

/// <summary>Code around calls and sends: those of handlers, and those of <see cref="IRestateClient"/> and its proxies outside.</summary>
/// <remarks>
/// Inside a handler it runs on the handler's turn scheduler and is replayed with it. So it must be as deterministic as a handler, headers included: they are part of the journal.
/// A singleton. Added by <see cref="RestateActorsBuilder.AddOutgoingFilter{TFilter}"/> or <c>services.AddRestateOutgoingFilter</c>; the first that was added is the outermost.
/// </remarks>
public interface IOutgoingActorFilter
{
    /// <summary>Runs around one call or send.</summary>
    /// <param name="context">The call. Headers can be added until <paramref name="next"/> is called.</param>
    /// <param name="next">Makes the call. Once. Its task ends with the call; that of a send when the send is in the journal or accepted.</param>
    /// <returns>A task; the result counts when it completes.</returns>
    Task InvokeAsync(OutgoingCallContext context, Func<Task> next);
}
