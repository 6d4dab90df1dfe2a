using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Restate.Actors;
using Restate.Actors.Admin;
using Restate.Actors.CompilerServices;
using Restate.Actors.Dashboard;
using Restate.Actors.Dashboard.Internal.Access;
using Restate.Actors.Dashboard.Internal.Api;
using Restate.Actors.Dashboard.Internal.Measurements;
using Restate.Actors.Dashboard.Internal.Server;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the dashboard.</summary>
public static class ActorDashboardServiceCollectionExtensions
{
    /// <summary>Adds what the dashboard needs. Map it with <c>MapActorDashboard()</c>.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configure">Changes the settings. Several calls add up.</param>
    /// <returns>The services.</returns>
    /// <remarks>
    /// Adds the admin client, too; <c>AddRestateAdmin</c> changes its address, which is <c>http://localhost:9070</c> by default. Wrong settings are reported when
    /// the host starts, as an <see cref="OptionsValidationException"/>. Nothing is measured or asked until the dashboard is mapped.
    /// </remarks>
    public static IServiceCollection AddActorDashboard(this IServiceCollection services, Action<ActorDashboardOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<ActorDashboardOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ActorDashboardOptions>, ActorDashboardOptionsValidator>());
        services.AddRestateAdmin();
        services.TryAddSingleton(static provider => new DashboardAccess(
            provider.GetRequiredService<IOptions<ActorDashboardOptions>>().Value,
            provider.GetRequiredService<IHostEnvironment>(),
            provider.GetService<DashboardPort>(),
            provider.GetRequiredService<ILoggerFactory>().CreateLogger("Restate.Actors.Dashboard")));
        services.TryAddSingleton(static _ => new ActorMeasurements(TimeProvider.System));
        services.TryAddSingleton(CreateApi);
        return services;
    }

    private static DashboardApi CreateApi(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<ActorDashboardOptions>>().Value;
        var admin = provider.GetRequiredService<IRestateAdmin>();
        var address = provider.GetRequiredService<IOptions<RestateAdminOptions>>().Value.AdminUri;
        var served = new ServedActors(provider.GetServices<ActorRegistration>(), provider.GetService<IOptions<RestateActorsOptions>>()?.Value.Services ?? []);
        return new DashboardApi(admin, new OverviewReader(admin, address, served, provider.GetRequiredService<ActorMeasurements>(), options), options);
    }
}
