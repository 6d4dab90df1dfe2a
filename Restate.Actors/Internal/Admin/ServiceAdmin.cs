using Restate.Actors.Admin;

namespace Restate.Actors.Internal.Admin;

internal sealed class ServiceAdmin(AdminConnection connection) : IServiceAdmin
{
    public async Task<IReadOnlyList<ServiceInfo>> ListAsync(CancellationToken cancellationToken = default)
    {
        var request = new AdminRequest(HttpMethod.Get, "/services", "list of services");
        var list = await connection.ReadAsync(request, AdminJson.Default.ServiceList, cancellationToken).ConfigureAwait(false);
        return [.. list.Services.OrderBy(service => service.Name, StringComparer.Ordinal).Select(Ordered)];
    }

    public async Task<ServiceInfo> GetAsync(string service, CancellationToken cancellationToken = default)
    {
        var request = new AdminRequest(HttpMethod.Get, ServicePath.Of(service), $"look at service {service}");
        return Ordered(await connection.ReadAsync(request, AdminJson.Default.ServiceInfo, cancellationToken).ConfigureAwait(false));
    }

    public async Task<ServiceInfo> UpdateAsync(string service, ServiceChanges changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        Check(changes);
        var request = new AdminRequest(HttpMethod.Patch, ServicePath.Of(service), $"change of service {service}").With(changes, AdminJson.Default.ServiceChanges);
        return Ordered(await connection.ReadAsync(request, AdminJson.Default.ServiceInfo, cancellationToken).ConfigureAwait(false));
    }

    // The server has no stable order.
    private static ServiceInfo Ordered(ServiceInfo service)
    {
        return service with { Handlers = [.. service.Handlers.OrderBy(handler => handler.Name, StringComparer.Ordinal)] };
    }

    private static void Check(ServiceChanges changes)
    {
        (string Name, TimeSpan? Value)[] durations =
        [
            (nameof(changes.IdempotencyRetention), changes.IdempotencyRetention),
            (nameof(changes.JournalRetention), changes.JournalRetention),
            (nameof(changes.WorkflowCompletionRetention), changes.WorkflowCompletionRetention),
            (nameof(changes.InactivityTimeout), changes.InactivityTimeout),
            (nameof(changes.AbortTimeout), changes.AbortTimeout),
        ];
        if (changes.IsPublic is null && durations.All(duration => duration.Value is null))
        {
            throw new ArgumentException("Nothing is to be changed: all settings of ServiceChanges are null.", nameof(changes));
        }

        foreach (var (name, value) in durations)
        {
            if (value < TimeSpan.Zero)
            {
                throw new ArgumentException($"ServiceChanges.{name} is {value}; it must not be negative.", nameof(changes));
            }
        }
    }
}
