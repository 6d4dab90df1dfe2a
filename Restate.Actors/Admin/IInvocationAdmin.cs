namespace Restate.Actors.Admin;

/// <summary>The invocations of a server: <see cref="IRestateAdmin.Invocations"/>.</summary>
public interface IInvocationAdmin
{
    /// <summary>Finds invocations, the latest first.</summary>
    /// <param name="filter">Which; without one all, up to the default limit.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The invocations. The server does not take a snapshot: what moves meanwhile may be missing.</returns>
    Task<IReadOnlyList<InvocationInfo>> ListAsync(InvocationFilter? filter = null, CancellationToken cancellationToken = default);

    /// <summary>Gets an invocation.</summary>
    /// <param name="invocationId">Its id, <c>inv_...</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The invocation.</returns>
    /// <exception cref="InvocationNotFoundException">The server knows no such invocation.</exception>
    Task<InvocationInfo> GetAsync(string invocationId, CancellationToken cancellationToken = default);

    /// <summary>Asks an invocation to stop: it sees an <see cref="InvocationCancelledException"/> where it waits, and can clean up.</summary>
    /// <param name="invocationId">Its id, <c>inv_...</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that completes when the server has recorded the request, not when the invocation has stopped.</returns>
    /// <exception cref="InvocationNotFoundException">The server knows no such invocation.</exception>
    /// <remarks>
    /// An invocation that has not started is gone at once; one that has finished is left alone. One that backs off or is paused is resumed too, because it
    /// would otherwise see the cancellation at its next attempt only. A handler that always fails before its first wait never sees it: <see cref="KillAsync"/>.
    /// </remarks>
    Task CancelAsync(string invocationId, CancellationToken cancellationToken = default);

    /// <summary>Ends an invocation and the calls that it waits for, at once: nothing of its handler runs any more, no clean-up either. Callers get a failure with code 409.</summary>
    /// <param name="invocationId">Its id, <c>inv_...</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that completes when the server has ended it. One that has finished is left alone.</returns>
    /// <exception cref="InvocationNotFoundException">The server knows no such invocation.</exception>
    Task KillAsync(string invocationId, CancellationToken cancellationToken = default);

    /// <summary>Removes what the server keeps of a finished invocation: result, journal, and for a workflow its state and promises.</summary>
    /// <param name="invocationId">Its id, <c>inv_...</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that completes when it is removed.</returns>
    /// <exception cref="InvocationNotFoundException">The server knows no such invocation.</exception>
    /// <exception cref="RestateConflictException">The invocation has not finished.</exception>
    Task PurgeAsync(string invocationId, CancellationToken cancellationToken = default);

    /// <summary>Removes the journal of a finished invocation and keeps its result.</summary>
    /// <param name="invocationId">Its id, <c>inv_...</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that completes when it is removed.</returns>
    /// <exception cref="InvocationNotFoundException">The server knows no such invocation.</exception>
    /// <exception cref="RestateConflictException">The invocation has not finished.</exception>
    Task PurgeJournalAsync(string invocationId, CancellationToken cancellationToken = default);

    /// <summary>Pauses an invocation: it makes no progress until it is resumed; an exclusive key stays occupied.</summary>
    /// <param name="invocationId">Its id, <c>inv_...</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that completes when the server has recorded the request. An attempt that runs ends first.</returns>
    /// <exception cref="InvocationNotFoundException">The server knows no such invocation.</exception>
    /// <exception cref="RestateConflictException">The invocation has finished or not started.</exception>
    Task PauseAsync(string invocationId, CancellationToken cancellationToken = default);

    /// <summary>Lets an invocation go on that is paused, suspended or waits for its next attempt.</summary>
    /// <param name="invocationId">Its id, <c>inv_...</c>.</param>
    /// <param name="deployment">On which deployment; the default is the one to which it is bound.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that completes when the server has recorded the request.</returns>
    /// <exception cref="InvocationNotFoundException">The server knows no such invocation.</exception>
    /// <exception cref="RestateConflictException">The invocation has finished or not started, or it runs and the deployment would change.</exception>
    Task ResumeAsync(string invocationId, DeploymentChoice? deployment = null, CancellationToken cancellationToken = default);

    /// <summary>Starts a finished invocation once more, as a new one with the same input.</summary>
    /// <param name="invocationId">Its id, <c>inv_...</c>.</param>
    /// <param name="options">Which of its results are kept, and where it runs.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The id of the new invocation.</returns>
    /// <exception cref="InvocationNotFoundException">The server knows no such invocation.</exception>
    /// <exception cref="RestateConflictException">The invocation has not finished, or its journal is not kept any more.</exception>
    /// <exception cref="RestateBadRequestException">It is a workflow, or the journal cannot be cut at this entry.</exception>
    /// <remarks>Never sent twice.</remarks>
    Task<string> RestartAsNewAsync(string invocationId, RestartOptions? options = null, CancellationToken cancellationToken = default);
}
