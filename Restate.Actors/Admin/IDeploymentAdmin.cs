namespace Restate.Actors.Admin;

/// <summary>The deployments of a server: <see cref="IRestateAdmin.Deployments"/>.</summary>
public interface IDeploymentAdmin
{
    /// <summary>Registers an endpoint: the server asks it which services it serves.</summary>
    /// <param name="uri">The address at which the server reaches the endpoint, with the path at which it is mapped. Another path is another deployment.</param>
    /// <param name="options">The options.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The deployment and its services.</returns>
    /// <exception cref="RestateConflictException">It does not fit what is registered, for example because a service changed its kind.</exception>
    /// <exception cref="RestateUnavailableException">The server, or the endpoint by the server, cannot be reached.</exception>
    /// <exception cref="RestateClientException">The server refused the deployment; <see cref="RestateClientException.ErrorCode"/> and the message say why, and what helps.</exception>
    /// <remarks>
    /// An address that is registered already is not asked again, unless <see cref="RegisterDeploymentOptions.Force"/> is set:
    /// <see cref="DeploymentRegistration.IsNew"/> is then <see langword="false"/> and the services are those that the server knew.
    /// </remarks>
    Task<DeploymentRegistration> RegisterAsync(Uri uri, RegisterDeploymentOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lists the deployments.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The deployments, in no order.</returns>
    Task<IReadOnlyList<DeploymentInfo>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets a deployment.</summary>
    /// <param name="deploymentId">Its id, <c>dp_...</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The deployment.</returns>
    /// <exception cref="RestateNotFoundException">There is none with this id.</exception>
    Task<DeploymentInfo> GetAsync(string deploymentId, CancellationToken cancellationToken = default);

    /// <summary>Looks at what still needs a deployment.</summary>
    /// <param name="deploymentId">Its id, <c>dp_...</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What needs it now.</returns>
    /// <exception cref="RestateNotFoundException">There is none with this id.</exception>
    Task<DeploymentUsage> GetUsageAsync(string deploymentId, CancellationToken cancellationToken = default);

    /// <summary>Waits until nothing needs a deployment any more: its invocations have finished. Changes nothing.</summary>
    /// <param name="deploymentId">Its id, <c>dp_...</c>.</param>
    /// <param name="options">Time limit, interval and who is told of the progress.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that completes when two looks in a row have found nothing.</returns>
    /// <exception cref="RestateNotFoundException">There is none with this id.</exception>
    /// <exception cref="RestateConflictException">New invocations of some of its services go to it, so the wait would have no end: register the next deployment first.</exception>
    /// <exception cref="TimeoutException"><see cref="DrainOptions.Timeout"/> is over; the message says what is left.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    Task WaitUntilDrainedAsync(string deploymentId, DrainOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Removes a deployment that nothing needs any more, and no other.</summary>
    /// <param name="deploymentId">Its id, <c>dp_...</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that completes when the server has accepted it.</returns>
    /// <exception cref="RestateNotFoundException">There is none with this id.</exception>
    /// <exception cref="RestateConflictException">Something still needs it. The message says what, and what to do.</exception>
    /// <remarks>
    /// The look and the removal are two requests, but nothing can begin in between: new invocations go to other deployments already. What can come back is a finished invocation that
    /// somebody restarts on this deployment.
    /// </remarks>
    Task RemoveDrainedAsync(string deploymentId, CancellationToken cancellationToken = default);

    /// <summary>Removes a deployment, needed or not: see <see cref="RemoveDrainedAsync"/>. Services that no other deployment serves are gone with it.</summary>
    /// <param name="deploymentId">Its id, <c>dp_...</c>.</param>
    /// <param name="force">
    /// Whether to remove it although invocations may still be bound to it; those fail until it is registered again. The server (1.7) can do nothing else:
    /// without <paramref name="force"/> it refuses.
    /// </param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that completes when the server has accepted it.</returns>
    /// <exception cref="RestateNotFoundException">There is none with this id.</exception>
    /// <exception cref="RestateConflictException"><paramref name="force"/> is not set, and the server cannot wait for the invocations of a deployment.</exception>
    Task RemoveAsync(string deploymentId, bool force, CancellationToken cancellationToken = default);
}
