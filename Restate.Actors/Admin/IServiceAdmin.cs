namespace Restate.Actors.Admin;

/// <summary>The services that deployments serve: <see cref="IRestateAdmin.Services"/>.</summary>
public interface IServiceAdmin
{
    /// <summary>Lists the services.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The services in their latest revision, by name in ordinal order.</returns>
    Task<IReadOnlyList<ServiceInfo>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets a service.</summary>
    /// <param name="service">Its name. Case-sensitive.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The service in its latest revision.</returns>
    /// <exception cref="RestateNotFoundException">There is no service of this name.</exception>
    Task<ServiceInfo> GetAsync(string service, CancellationToken cancellationToken = default);

    /// <summary>Changes settings of a service without a new deployment.</summary>
    /// <param name="service">Its name. Case-sensitive.</param>
    /// <param name="changes">What to change; what is <see langword="null"/> stays as it is.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The changed service.</returns>
    /// <exception cref="ArgumentException">A duration is negative or longer than the server stores, or nothing is to be changed.</exception>
    /// <exception cref="RestateNotFoundException">There is no service of this name.</exception>
    /// <exception cref="RestateBadRequestException">The setting does not fit the kind of the service.</exception>
    /// <remarks>Lost when the deployment of the service is registered again with force.</remarks>
    Task<ServiceInfo> UpdateAsync(string service, ServiceChanges changes, CancellationToken cancellationToken = default);
}
