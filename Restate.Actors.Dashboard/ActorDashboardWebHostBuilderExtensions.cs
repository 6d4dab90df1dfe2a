using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.Dashboard.Internal.Access;

namespace Microsoft.AspNetCore.Hosting;

/// <summary>Opens a port for the dashboard.</summary>
public static class ActorDashboardWebHostBuilderExtensions
{
    /// <summary>Listens for browsers on this machine, and serves the dashboard on this port only.</summary>
    /// <param name="builder">The web host.</param>
    /// <param name="port">The port. Default: 9081, next to that of <c>ListenRestateActors</c>.</param>
    /// <returns>The web host.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="port"/> is not from 1 to 65535.</exception>
    /// <remarks>
    /// Browsers cannot use the port of <c>ListenRestateActors</c>. An application that has another port for browsers does not need this one. No port is opened where
    /// the dashboard is off: outside Development, unless <see cref="Restate.Actors.Dashboard.ActorDashboardOptions.AllowOutsideDevelopment"/> is set.
    /// </remarks>
    public static IWebHostBuilder ListenActorDashboard(this IWebHostBuilder builder, int port = 9081)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentOutOfRangeException.ThrowIfLessThan(port, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(port, 65535);
        builder.ConfigureServices(services => services.AddSingleton(new DashboardPort(port)));
        return builder.ConfigureKestrel(kestrel =>
        {
            if (kestrel.ApplicationServices.GetService<DashboardAccess>() is { IsOn: true })
            {
                kestrel.ListenLocalhost(port);
            }
        });
    }
}
