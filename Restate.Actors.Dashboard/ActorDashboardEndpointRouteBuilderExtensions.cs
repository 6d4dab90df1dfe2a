using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.Dashboard.Internal.Access;
using Restate.Actors.Dashboard.Internal.Api;
using Restate.Actors.Dashboard.Internal.Measurements;
using Restate.Actors.Dashboard.Internal.Page;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the dashboard.</summary>
public static class ActorDashboardEndpointRouteBuilderExtensions
{
    /// <summary>Maps the dashboard: a page that shows actors, invocations, blocked keys and journals. For development.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="path">Where the page is. Default: <c>/dashboard</c>.</param>
    /// <returns>A builder for conventions of the mapped routes, such as <c>RequireAuthorization</c>.</returns>
    /// <exception cref="InvalidOperationException"><c>AddActorDashboard</c> was not called.</exception>
    /// <exception cref="ArgumentException"><paramref name="path"/> does not begin with a slash, or has parameters.</exception>
    /// <remarks>
    /// In Development the page is served to this machine only, unless <c>RequireAuthorization</c> or <c>AllowAnonymous</c> is called on what is returned. Outside
    /// Development nothing is mapped, unless <see cref="Restate.Actors.Dashboard.ActorDashboardOptions.AllowOutsideDevelopment"/> is set. With
    /// <c>ListenActorDashboard</c> it is served on that port only. From here on the metrics of this process are collected.
    /// </remarks>
    public static IEndpointConventionBuilder MapActorDashboard(this IEndpointRouteBuilder endpoints, string path = "/dashboard")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (path[0] != '/' || path.Contains('{', StringComparison.Ordinal))
        {
            throw new ArgumentException($"The path '{path}' of the dashboard must begin with a slash and have no parameters, such as \"/dashboard\".", nameof(path));
        }

        var access = endpoints.ServiceProvider.GetService<DashboardAccess>() ?? throw new InvalidOperationException(
            "MapActorDashboard() found no dashboard. Call builder.Services.AddActorDashboard() before builder.Build().");
        var group = endpoints.MapGroup(path);
        if (!access.IsOn)
        {
            access.SayThatItIsOff();
            return group;
        }

        access.SayWhereItIs(path);
        endpoints.ServiceProvider.GetRequiredService<ActorMeasurements>().Start();
        PageRoutes.Map(group, access);
        var api = endpoints.ServiceProvider.GetRequiredService<DashboardApi>();
        ApiRoutes.Map(group, access, api);
        if (api.Options.AllowActions)
        {
            ActionRoutes.Map(group, access, api);
        }

        return group;
    }
}
