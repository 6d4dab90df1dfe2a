using Microsoft.Extensions.Diagnostics.HealthChecks;
using Restate.Actors;
using Restate.Actors.Admin;
using Restate.Actors.Hosting;
using Restate.Actors.Hosting.Internal.Health;
using Restate.Actors.Internal.Engine;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the health check of Restate.</summary>
public static class RestateHealthChecksBuilderExtensions
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Adds a check whether the Restate server answers and knows the services of this process.</summary>
    /// <param name="builder">The builder that <c>AddHealthChecks</c> returned.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="configure">Changes what is looked at; the default is all that the application has: client, admin client and actors.</param>
    /// <param name="failureStatus">The status when the server does not answer. The default is <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">Tags to filter by.</param>
    /// <param name="timeout">How long the answer is waited for. The default is 5 seconds.</param>
    /// <returns>The builder.</returns>
    /// <remarks>
    /// Also for applications that only call actors. A service that the server does not know yet is <see cref="HealthStatus.Degraded"/>, not unhealthy: a process
    /// that waits for traffic until it is registered, and is registered when it gets traffic, would never start. While the host stops it is unhealthy.
    /// The check is no liveness probe: restarting a process does not help its server.
    /// </remarks>
    public static IHealthChecksBuilder AddRestate(
        this IHealthChecksBuilder builder,
        string name = "restate",
        Action<RestateHealthCheckOptions>? configure = null,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        var options = new RestateHealthCheckOptions();
        configure?.Invoke(options);
        return builder.Add(new HealthCheckRegistration(name, services => Create(services, options), failureStatus, tags, timeout ?? DefaultTimeout));
    }

    private static RestateHealthCheck Create(IServiceProvider services, RestateHealthCheckOptions options)
    {
        return new RestateHealthCheck(
            options.CheckIngress ? services.GetService<IRestateClient>() : null,
            options.CheckAdmin || options.CheckRegistration ? services.GetService<IRestateAdmin>() : null,
            services.GetService<ActorEngine>(),
            options);
    }
}
