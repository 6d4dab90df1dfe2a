using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Restate.Actors;
using Restate.Actors.Admin;
using Restate.Actors.Internal.Admin;
using Restate.Actors.Internal.Http;
using Restate.Actors.Internal.Payloads;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the admin client of Restate.Actors.</summary>
public static class RestateAdminServiceCollectionExtensions
{
    /// <summary>Adds <see cref="IRestateAdmin"/>. With it, <see cref="InvocationHandle.CancelAsync"/> works outside handlers, too.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configure">Changes the settings; the defaults fit a server on this machine. Several calls add up.</param>
    /// <returns>The builder of the HTTP client, to add message handlers.</returns>
    /// <remarks>
    /// Wrong settings are reported when the host starts, as an <see cref="OptionsValidationException"/>. Values of state are read and written with the
    /// <see cref="IActorSerializer"/> and the transforms of the application, or else as JSON. Do not add a resilience handler that retries: the client knows which requests may be repeated.
    /// </remarks>
    public static IHttpClientBuilder AddRestateAdmin(this IServiceCollection services, Action<RestateAdminOptions>? configure = null)
    {
        return ServerHttpClient.Add<IRestateAdmin, RestateAdminOptions, RestateAdminOptionsValidator>(services, RestateAdmin.HttpClientName, configure, Create);
    }

    private static RestateAdmin Create(IServiceProvider services)
    {
        var clients = services.GetRequiredService<IHttpClientFactory>();
        return RestateAdmin.Create(
            services.GetRequiredService<IOptions<RestateAdminOptions>>().Value,
            () => clients.CreateClient(RestateAdmin.HttpClientName),
            services.GetRequiredService<PayloadCoder>,
            services.GetService<TimeProvider>() ?? TimeProvider.System,
            services.GetRequiredService<ILoggerFactory>().CreateLogger("Restate.Actors.Admin"));
    }
}
