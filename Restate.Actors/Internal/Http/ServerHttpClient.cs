using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Restate.Actors.Internal.Payloads;

namespace Restate.Actors.Internal.Http;

/// <summary>Adds a client of a door of the server: its options, its HTTP client, and how it writes values.</summary>
internal static class ServerHttpClient
{
    /// <summary>Adds a client; what is there already stays as it is.</summary>
    /// <typeparam name="TClient">The interface of the client.</typeparam>
    /// <typeparam name="TOptions">Its settings.</typeparam>
    /// <typeparam name="TValidator">Checks the settings when the host starts.</typeparam>
    /// <param name="services">The services of the application.</param>
    /// <param name="name">The name of the HTTP client.</param>
    /// <param name="configure">Changes the settings.</param>
    /// <param name="create">Creates the client.</param>
    public static IHttpClientBuilder Add<
        TClient,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TValidator>(
        IServiceCollection services, string name, Action<TOptions>? configure, Func<IServiceProvider, TClient> create)
        where TClient : class
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<TOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        var isFirst = !services.Any(service => service.ServiceType == typeof(TClient));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TOptions>, TValidator>());
        services.TryAddSingleton(PayloadCoder.Create);
        services.TryAddSingleton(create);
        var http = services.AddHttpClient(name);
        return isFirst ? Configure(http) : http;
    }

    private static IHttpClientBuilder Configure(IHttpClientBuilder http)
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
