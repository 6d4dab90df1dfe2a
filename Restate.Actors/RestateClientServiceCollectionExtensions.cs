using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Restate.Actors;
using Restate.Actors.Admin;
using Restate.Actors.Internal.Client;
using Restate.Actors.Internal.Errors;
using Restate.Actors.Internal.Filters;
using Restate.Actors.Internal.Http;
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
        var http = ServerHttpClient.Add<IRestateClient, RestateClientOptions, RestateClientOptionsValidator>(
            services, RestateClient.HttpClientName, configure, CreateClient);
        services.TryAddSingleton(static provider => new ErrorMappings(provider.GetServices<ErrorMapping>()));
        services.TryAddSingleton<IActorFactory>(ContextActorFactory.Create);
        return http;
    }

    private static RestateClient CreateClient(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<RestateClientOptions>>().Value;
        var site = new ServerSite
        {
            Name = "ingress",
            OptionsName = nameof(RestateClientOptions),
            UriOption = nameof(RestateClientOptions.IngressUri),
            RequestTimeout = options.RequestTimeout,
            Retry = options.Retry,
            Headers = options.DefaultHeaders,
            IsWorthRetrying = ServerErrors.IsWorthRetrying,
        };
        var clients = services.GetRequiredService<IHttpClientFactory>();
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("Restate.Actors.Client");
        var time = services.GetService<TimeProvider>() ?? TimeProvider.System;
        var connection = new ServerConnection(site, () => clients.CreateClient(RestateClient.HttpClientName), time, Random.Shared, logger);
        var filters = new SharedFilters<IOutgoingActorFilter>(services, services.GetServices<FilterRegistration<IOutgoingActorFilter>>());
        var ingress = new Ingress(connection, new IngressUris(options.IngressUri), services.GetRequiredService<ErrorMappings>(), services.GetService<IRestateAdmin>());
        return new RestateClient(ingress, new PayloadCodec(services.GetRequiredService<PayloadCoder>()), filters, logger);
    }
}
