using Microsoft.Extensions.DependencyInjection;

namespace Restate.Actors.Internal.Http;

/// <summary>Sets up the HTTP client of a door of the server.</summary>
internal static class ServerHttpClient
{
    public static IHttpClientBuilder Configure(IHttpClientBuilder http)
    {
        return http
            .RemoveAllLoggers()
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                // A terminal failure may have any code, also 302.
                AllowAutoRedirect = false,
                UseCookies = false,
                EnableMultipleHttp2Connections = true,
                PooledConnectionLifetime = TimeSpan.FromMinutes(15),
            })
            .ConfigureHttpClient(client =>
            {
                // Waits are bounded by the RequestTimeout of the options.
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrHigher;
            });
    }
}
