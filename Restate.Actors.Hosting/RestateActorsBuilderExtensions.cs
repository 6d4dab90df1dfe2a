using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Restate.Actors;
using Restate.Actors.Hosting;
using Restate.Actors.Hosting.Internal.LocalServer;
using Restate.Actors.Hosting.Internal.Registration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Settings of a host of actors.</summary>
public static class RestateActorsBuilderExtensions
{
    /// <summary>Writes payloads and state as JSON with source-generated metadata, without reflection.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="contexts">The contexts that know the payload types, asked in this order.</param>
    /// <returns>The builder.</returns>
    public static RestateActorsBuilder UseJson(this RestateActorsBuilder builder, params JsonSerializerContext[] contexts)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.UseSerializer(new JsonActorSerializer(contexts));
    }

    /// <summary>Writes payloads and state with a serializer of one's own.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="serializer">The serializer: deterministic and thread-safe.</param>
    /// <returns>The builder.</returns>
    public static RestateActorsBuilder UseSerializer(this RestateActorsBuilder builder, IActorSerializer serializer)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(serializer);
        builder.Services.Replace(ServiceDescriptor.Singleton(serializer));
        return builder;
    }

    /// <summary>Starts a Restate server with the host, for development, and registers the deployment with it.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Changes the settings.</param>
    /// <returns>The builder.</returns>
    /// <remarks>
    /// A server that already answers at the configured addresses is used as it is. Otherwise the binary is looked for (the option, the variable
    /// RESTATE_SERVER_PATH, PATH, the cache) or else installed into the cache with npm. Its data is kept between runs. Not in Production, unless the options allow it.
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
        builder.Services.AddOptions<RestateRegistrationOptions>()
            .Configure<Options.IOptions<LocalRestateServerOptions>>((registration, local) => registration.AdminUri = local.Value.AdminUri);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, RegistrationHostedService>());
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

        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, RegistrationHostedService>());
        return builder;
    }
}
