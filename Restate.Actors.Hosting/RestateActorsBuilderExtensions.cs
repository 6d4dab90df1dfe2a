using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Restate.Actors;
using Restate.Actors.Admin;
using Restate.Actors.Hosting;
using Restate.Actors.Hosting.Internal.LocalServer;
using Restate.Actors.Hosting.Internal.Previews;
using Restate.Actors.Hosting.Internal.Registration;
using Restate.Actors.Hosting.Internal.Settings;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Settings of a host of actors.</summary>
public static class RestateActorsBuilderExtensions
{
    /// <summary>Lets the server's UI show payloads that are not plain JSON: those with a serializer of their own, and all that a transform encodes.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    /// <remarks>
    /// Serves <c>/serdes</c> next to the other routes, protected like them. With an encrypting transform, who can use the UI or the admin API reads
    /// what is encrypted: switch it on where that is meant.
    /// </remarks>
    public static RestateActorsBuilder UsePayloadPreviews(this RestateActorsBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<PayloadPreviews>();
        builder.Services.TryAddSingleton<PreviewEndpoint>();
        return builder;
    }

    /// <summary>Starts a Restate server with the host, for development, and registers the deployment with it.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Changes the settings.</param>
    /// <returns>The builder.</returns>
    /// <remarks>
    /// A server that already answers at the configured addresses is used as it is. Otherwise the binary is looked for (the option, the variable
    /// RESTATE_SERVER_PATH, PATH, the cache) or else installed into the cache with npm. Its data is kept between runs. Not in Production, unless the options allow it.
    /// The addresses are also those of <c>AddRestateClient</c>, <c>AddRestateAdmin</c> and the registration, where those are not set otherwise.
    /// </remarks>
    public static RestateActorsBuilder UseLocalRestateServer(this RestateActorsBuilder builder, Action<LocalRestateServerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = builder.Services.AddOptions<LocalRestateServerOptions>();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, LocalServerHostedService>());
        AddRegistration(builder.Services);

        // Whoever tells the server's addresses once does not want to repeat them. Addresses that are set elsewhere stay.
        builder.Services.AddOptions<RestateRegistrationOptions>().PostConfigure<IOptions<LocalRestateServerOptions>>(static (registration, local) => registration.UseAdmin(local.Value.AdminUri));
        builder.Services.AddOptions<RestateAdminOptions>().PostConfigure<IOptions<LocalRestateServerOptions>>(static (admin, local) => admin.UseAdmin(local.Value.AdminUri));
        builder.Services.AddOptions<RestateClientOptions>().PostConfigure<IOptions<LocalRestateServerOptions>>(static (client, local) => client.UseIngress(local.Value.IngressUri));
        return builder;
    }

    /// <summary>Registers the deployment with the Restate server when the host starts.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Changes the settings.</param>
    /// <returns>The builder.</returns>
    /// <remarks>The host fails to start when the server refuses the deployment. In Production prefer to register from the delivery pipeline.</remarks>
    public static RestateActorsBuilder RegisterDeployment(this RestateActorsBuilder builder, Action<RestateRegistrationOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = builder.Services.AddOptions<RestateRegistrationOptions>().Configure(registration => registration.IsRequested = true);
        if (configure is not null)
        {
            options.Configure(configure);
        }

        AddRegistration(builder.Services);
        return builder;
    }

    private static void AddRegistration(IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<RestateRegistrationOptions>, RegistrationSection>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, RegistrationHostedService>());
    }
}
