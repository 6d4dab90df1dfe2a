using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Restate.Actors.Dashboard.Tests.TestTools;

/// <summary>How an application with a dashboard is set up.</summary>
internal sealed class DashboardHostSettings
{
    public string Environment { get; init; } = Environments.Development;

    public required Uri AdminUri { get; init; }

    /// <summary>Gets where the actors are registered and called; <see langword="null"/> for an application without a server.</summary>
    public Uri? IngressUri { get; init; }

    public Action<ActorDashboardOptions>? Configure { get; init; }

    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>Gets what is done with the mapped routes.</summary>
    public Action<IEndpointConventionBuilder>? Conventions { get; init; }

    /// <summary>Gets what comes before the routes.</summary>
    public Action<WebApplication>? Middleware { get; init; }

    public string Path { get; init; } = "/dashboard";
}
