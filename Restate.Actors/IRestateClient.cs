namespace Restate.Actors;

/// <summary>The client for code outside handlers: typed proxies, and services by names, over HTTP.</summary>
/// <remarks>
/// Unlike a plain <see cref="IActorFactory"/> its proxies always travel over HTTP, also in a handler, where such a call is not journaled.
/// Thread-safe. A call that fails throws a <see cref="TerminalException"/> if the handler failed and a <see cref="RestateClientException"/> if Restate
/// could not be reached or refused it. A <see cref="CancellationToken"/> ends the wait, not the invocation.
/// </remarks>
public interface IRestateClient : IActorFactory
{
    /// <summary>Gets a handle of the run of a workflow.</summary>
    /// <typeparam name="TWorkflow">The contract.</typeparam>
    /// <typeparam name="TResult">The type of the result of its run.</typeparam>
    /// <param name="workflowId">The id of the workflow.</param>
    /// <param name="scope">The scope of the workflow, if it is in one.</param>
    /// <returns>The handle. Nothing is sent, and that the workflow was started is not checked.</returns>
    /// <exception cref="InvalidOperationException">The result of the contract's run is of another type.</exception>
    InvocationHandle<TResult> GetWorkflow<TWorkflow, TResult>(string workflowId, string? scope = null)
        where TWorkflow : class, IWorkflow;

    /// <summary>Gets a handle of the run of a workflow without a result.</summary>
    /// <typeparam name="TWorkflow">The contract.</typeparam>
    /// <param name="workflowId">The id of the workflow.</param>
    /// <param name="scope">The scope of the workflow, if it is in one.</param>
    /// <returns>The handle. Nothing is sent, and that the workflow was started is not checked.</returns>
    InvocationHandle GetWorkflow<TWorkflow>(string workflowId, string? scope = null)
        where TWorkflow : class, IWorkflow;

    /// <summary>Asks the ingress whether it is healthy. Never retried.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The names of the registered services, in ordinal order.</returns>
    /// <exception cref="RestateClientException">The server cannot be reached or does not answer as a healthy one.</exception>
    Task<IReadOnlyList<string>> CheckHealthAsync(CancellationToken cancellationToken = default);
}
