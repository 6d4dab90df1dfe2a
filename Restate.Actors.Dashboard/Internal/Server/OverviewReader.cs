using Restate.Actors.Admin;
using Restate.Actors.Dashboard.Internal.Measurements;
using Restate.Actors.Dashboard.Internal.Views;

namespace Restate.Actors.Dashboard.Internal.Server;

/// <summary>Puts together what the server knows and what this process measures.</summary>
internal sealed class OverviewReader(IRestateAdmin admin, Uri address, ServedActors served, ActorMeasurements measurements, ActorDashboardOptions options)
{
    private const int MostCounts = 2_000;

    /// <summary>Reads all that can be read. That the server does not answer is a part of the answer.</summary>
    public async Task<OverviewView> ReadAsync()
    {
        using var limit = new CancellationTokenSource(options.ServerTimeout);
        try
        {
            // Not retried, so it tells at once that there is no server.
            await admin.CheckHealthAsync(limit.Token);
            var version = admin.GetVersionAsync(limit.Token);
            var services = admin.Services.ListAsync(limit.Token);
            var counts = admin.QueryAsync(Counts(), RowsJson.Default.CountRow, limit.Token);
            await Task.WhenAll(version, services, counts);
            return Describe((await version).Version, await services, await counts);
        }
        catch (Exception error) when (ServerProblem.Explain(error, options) is not null)
        {
            return new OverviewView
            {
                Now = TimeProvider.System.GetUtcNow(),
                RefreshMilliseconds = (long)options.RefreshInterval.TotalMilliseconds,
                CanAct = options.AllowActions,
                Server = new ServerView { Address = address, Error = ServerProblem.Explain(error, options) },
                Process = measurements.ReadCounts(),
                Services = [.. served.Contracts.Select(ServedActors.Describe).Select(service => Measured(service, [])).OrderBy(service => service.Name, StringComparer.Ordinal)],
            };
        }
    }

    private static SqlQuery Counts() =>
        $"""
        SELECT target_service_name AS service, target_handler_name AS handler, status, count(1) AS count FROM sys_invocation
        GROUP BY target_service_name, target_handler_name, status ORDER BY service, handler, status LIMIT {MostCounts}
        """;

    private OverviewView Describe(string version, IReadOnlyList<ServiceInfo> services, IReadOnlyList<CountRow> counts)
    {
        var names = served.Contracts.Select(contract => contract.Name).ToHashSet(StringComparer.Ordinal);
        var known = services.Select(service => new ServiceView
        {
            Name = service.Name,
            Kind = service.Kind.ToString(),
            IsRegistered = true,
            IsServedHere = names.Remove(service.Name),
            Revision = service.Revision,
            Handlers = [.. service.Handlers.Select(handler => new HandlerView { Name = handler.Name, Mode = handler.Mode.ToString() })],
        }).ToList();
        var unknown = served.Contracts.Where(contract => names.Contains(contract.Name)).Select(contract => ServedActors.Describe(contract) with { IsRegistered = false });
        var byService = counts.ToLookup(row => row.Service, StringComparer.Ordinal);
        return new OverviewView
        {
            Now = TimeProvider.System.GetUtcNow(),
            RefreshMilliseconds = (long)options.RefreshInterval.TotalMilliseconds,
            CanAct = options.AllowActions,
            Server = new ServerView { Address = address, Version = version },
            Process = measurements.ReadCounts(),
            Services = [.. known.Concat(unknown).Select(service => Measured(service, [.. byService[service.Name]])).OrderBy(service => service.Name, StringComparer.Ordinal)],
            IsCut = counts.Count == MostCounts,
        };
    }

    private ServiceView Measured(ServiceView service, IReadOnlyList<CountRow> counts)
    {
        var byHandler = counts.ToLookup(row => row.Handler, StringComparer.Ordinal);
        return service with
        {
            Handlers = [.. service.Handlers.Select(handler => handler with
            {
                Invocations = byHandler[handler.Name].ToDictionary(row => row.Status, row => row.Count, StringComparer.Ordinal),
                Rates = measurements.Read(service.Name, handler.Name),
            })],
        };
    }
}
