using Microsoft.Extensions.Diagnostics.HealthChecks;
using Restate.Actors.Admin;
using Restate.Actors.Internal.Engine;

namespace Restate.Actors.Hosting.Internal.Health;

/// <summary>Asks the server whether it is there, and whether it knows what this process serves.</summary>
internal sealed class RestateHealthCheck(IRestateClient? client, IRestateAdmin? admin, ActorEngine? engine, RestateHealthCheckOptions options) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (client is null && admin is null && engine is null)
        {
            throw new InvalidOperationException(
                "The health check of Restate has nothing to look at. Add services.AddRestateClient(), services.AddRestateAdmin() or services.AddRestateActors().");
        }

        var data = new Dictionary<string, object>(StringComparer.Ordinal);
        if (engine is not null)
        {
            data["attempts"] = engine.RunningCount;
        }

        if (engine is { IsStopping: true })
        {
            return new HealthCheckResult(context.Registration.FailureStatus, "The host stops; it takes no new invocations.", exception: null, data);
        }

        try
        {
            return await AskServerAsync(data, cancellationToken);
        }
        catch (Exception e) when (e is RestateClientException or TimeoutException)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, e.Message, e, data);
        }
    }

    private async Task<HealthCheckResult> AskServerAsync(Dictionary<string, object> data, CancellationToken cancellationToken)
    {
        if (admin is not null && options.CheckAdmin)
        {
            await admin.CheckHealthAsync(cancellationToken);
            data["admin"] = "reachable";
        }

        var known = client is null ? null : await client.CheckHealthAsync(cancellationToken);
        if (known is not null)
        {
            data["ingress"] = "reachable";
        }

        if (engine is null || !options.CheckRegistration)
        {
            return HealthCheckResult.Healthy(description: null, data);
        }

        known ??= await ListFromAdminAsync(cancellationToken);
        if (known is null)
        {
            return HealthCheckResult.Healthy(description: null, data);
        }

        string[] missing = [.. engine.Catalog.Actors.Select(actor => actor.Contract.Name).Except(known, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return missing.Length == 0
            ? HealthCheckResult.Healthy(description: null, data)
            : HealthCheckResult.Degraded(
                $"The Restate server does not know {string.Join(", ", missing)}. Register this deployment: RegisterDeployment(), or Restate's own tools.",
                exception: null,
                data);
    }

    private async Task<IReadOnlyList<string>?> ListFromAdminAsync(CancellationToken cancellationToken)
    {
        return admin is null ? null : [.. (await admin.Services.ListAsync(cancellationToken)).Select(service => service.Name)];
    }
}
