using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Restate.Actors;
using Restate.Actors.Internal.Client;
using Restate.Actors.Internal.Errors;
using Restate.Actors.Internal.Payloads;
using Restate.Actors.Internal.Proxies;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the client of Restate.Actors.</summary>
public static class RestateClientServiceCollectionExtensions
{
    /// <summary>Adds <see cref="IRestateClient"/>, and <see cref="IActorFactory"/>, which uses it outside handlers.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configure">Changes the settings; the defaults fit a server on this machine. Several calls add up.</param>
    /// <returns>The builder of the HTTP client, to add message handlers or to set the HTTP version.</returns>
    /// <remarks>
    /// Wrong settings are reported when the host starts, as an <see cref="OptionsValidationException"/>. Payloads are written by the
    /// <see cref="IActorSerializer"/> of the application, or else as JSON. Do not add a resilience handler that retries: the client knows which requests may be repeated.
    /// </remarks>
    public static IHttpClientBuilder AddRestateClient(this IServiceCollection services, Action<RestateClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<RestateClientOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        var isFirst = !services.Any(service => service.ServiceType == typeof(IRestateClient));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RestateClientOptions>, RestateClientOptionsValidator>());
        services.TryAddSingleton(static provider => new ErrorMappings(provider.GetServices<ErrorMapping>()));
        services.TryAddSingleton(PayloadCoder.Create);
        services.TryAddSingleton<IRestateClient>(CreateClient);
        services.TryAddSingleton<IActorFactory>(ContextActorFactory.Create);
        var http = services.AddHttpClient(ServerConnection.HttpClientName);
        return isFirst ? ConfigureHttp(http) : http;
    }

    private static IHttpClientBuilder ConfigureHttp(IHttpClientBuilder http)
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
                // The client bounds its waits itself: RestateClientOptions.RequestTimeout.
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrHigher;
            });
    }

    private static RestateClient CreateClient(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<RestateClientOptions>>().Value;
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("Restate.Actors.Client");
        var time = services.GetService<TimeProvider>() ?? TimeProvider.System;
        var connection = new ServerConnection(services.GetRequiredService<IHttpClientFactory>(), options, time, Random.Shared, logger);
        var codec = new PayloadCodec(services.GetRequiredService<PayloadCoder>());
        return new RestateClient(new Ingress(connection, new ServerUris(options), services.GetRequiredService<ErrorMappings>()), codec, logger);
    }
}
