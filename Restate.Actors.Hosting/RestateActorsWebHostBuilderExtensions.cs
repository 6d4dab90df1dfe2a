using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.Hosting.Internal.Registration;

namespace Microsoft.AspNetCore.Hosting;

/// <summary>Opens the port on which Restate reaches the actors.</summary>
public static class RestateActorsWebHostBuilderExtensions
{
    /// <summary>Listens for the Restate server: HTTP/2 without TLS.</summary>
    /// <param name="builder">The web host.</param>
    /// <param name="port">The port. Default: 9080, the port that Restate's documentation uses.</param>
    /// <param name="anyAddress">Whether other machines can connect, as in a container; by default only this one.</param>
    /// <returns>The web host.</returns>
    /// <remarks>
    /// Without TLS Kestrel needs a port that speaks HTTP/2 only, so browsers and HTTP/1.1 probes cannot use it; add another endpoint for them.
    /// Anybody who reaches the port can run handlers: keep it private, or check the server's signature. Other ports of the application do not serve actors then.
    /// </remarks>
    public static IWebHostBuilder ListenRestateActors(this IWebHostBuilder builder, int port = 9080, bool anyAddress = false)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ConfigureServices(services => services.AddSingleton(new ActorPort(port)));
        return builder.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            if (anyAddress)
            {
                kestrel.ListenAnyIP(port, Http2Only);
            }
            else
            {
                kestrel.ListenLocalhost(port, Http2Only);
            }
        });
    }

    private static void Http2Only(ListenOptions listen) => listen.Protocols = HttpProtocols.Http2;
}
