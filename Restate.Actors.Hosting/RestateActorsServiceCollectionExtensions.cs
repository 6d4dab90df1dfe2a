using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Restate.Actors;
using Restate.Actors.CompilerServices;
using Restate.Actors.Hosting;
using Restate.Actors.Hosting.Internal.Discovery;
using Restate.Actors.Hosting.Internal.Endpoint;
using Restate.Actors.Hosting.Internal.Identity;
using Restate.Actors.Hosting.Internal.Registration;
using Restate.Actors.Hosting.Internal.Settings;
using Restate.Actors.Internal.Attempts;
using Restate.Actors.Internal.Engine;
using Restate.Actors.Internal.Errors;
using Restate.Actors.Internal.Operations;
using Restate.Actors.Internal.Payloads;
using Restate.Actors.Internal.Proxies;
using Restate.Actors.Internal.Settings;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds Restate.Actors to a host.</summary>
public static class RestateActorsServiceCollectionExtensions
{
    /// <summary>Adds the engine that runs actors. Add the actors with the generated <c>AddGeneratedActors()</c> and map them with <c>MapRestateActors()</c>.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Changes the settings of the engine.</param>
    /// <returns>A builder for actors and settings.</returns>
    /// <remarks>
    /// The section <c>Restate:Endpoint</c> of the configuration sets <see cref="RestateActorsOptions"/>, too, and goes before code.
    /// Wrong settings are reported when the host starts, as an <see cref="OptionsValidationException"/>.
    /// Injected into actors and their helpers, <see cref="TimeProvider"/> is the durable clock in a handler and the system's elsewhere.
    /// Clears Kestrel's minimum data rates and its limit of the request body: a handler that waits longer than five seconds would
    /// otherwise lose its connection, and with it every invocation on it.
    /// </remarks>
    public static RestateActorsBuilder AddRestateActors(this IServiceCollection services, Action<RestateActorsOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<RestateActorsOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<RestateActorsOptions>, EndpointSection>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RestateActorsOptions>, RestateActorsOptionsValidator>());
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.Configure<KestrelServerOptions>(DurableStreams.Allow);
        services.TryAddSingleton<ActorCatalog>(provider => new ActorCatalog(
            provider.GetServices<ActorRegistration>(), provider.GetRequiredService<IOptions<RestateActorsOptions>>().Value.Services));
        services.TryAddSingleton(CreateOptions);
        services.TryAddSingleton(static provider => new ErrorMappings(provider.GetServices<ErrorMapping>()));
        services.TryAddSingleton(PayloadCoder.Create);
        services.TryAddSingleton(CreateEngine);
        services.TryAddSingleton<ManifestWriter>();
        services.TryAddSingleton<ActorEndpoint>();
        services.TryAddSingleton<IAmbientActorFactory, HandlerActorFactory>();
        services.TryAddSingleton<IActorFactory>(ContextActorFactory.Create);
        services.TryAddSingleton<ActorShutdown>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, ActorShutdown>(static provider => provider.GetRequiredService<ActorShutdown>()));
        AddIdentity(services);
        UseDurableClock(services);
        services.TryAddScoped<IActorContext>(static _ => InvocationContext.CurrentOrNull ?? throw new InvalidOperationException(
            "IActorContext was resolved outside a handler. Inject it into actors and into scoped services that actors use."));
        return new RestateActorsBuilder(services);
    }

    private static void AddIdentity(IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<RestateIdentityOptions>, IdentitySection>());
        services.TryAddSingleton(static provider => new RequestIdentity(
            provider.GetRequiredService<IOptionsFactory<RestateIdentityOptions>>(),
            provider.GetService<IConfiguration>(),
            TimeProvider.System,
            provider.GetRequiredService<ILogger<RequestIdentity>>()));
        services.TryAddSingleton<ActorPorts>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, ExposureHostedService>());
    }

    // Other libraries add the system clock; a clock of the application's own stays, and reaches helpers of actors as it is.
    private static void UseDurableClock(IServiceCollection services)
    {
        var present = services.LastOrDefault(service => service.ServiceType == typeof(TimeProvider) && !service.IsKeyedService);
        if (present is null || ReferenceEquals(present.ImplementationInstance, TimeProvider.System))
        {
            services.AddSingleton<TimeProvider>(ContextTimeProvider.Instance);
        }
    }

    private static ActorOptionsTable CreateOptions(IServiceProvider provider)
    {
        var configuration = provider.GetService<IConfiguration>();
        var sources = new OptionSources
        {
            Defaults = provider.GetServices<ActorDefaults>(),
            Configurations = provider.GetServices<ActorConfiguration>(),
            ConfiguredDefaults = ConfiguredOptions.ReadDefaults(configuration),
            Configured = ConfiguredOptions.ReadActors(configuration),
        };
        return new ActorOptionsTable(provider.GetRequiredService<ActorCatalog>().Actors, provider.GetServices<ActorRegistration>(), sources);
    }

    private static ActorEngine CreateEngine(IServiceProvider provider)
    {
        var isDevelopment = provider.GetRequiredService<IHostEnvironment>().IsDevelopment();
        var engine = new ActorEngine(provider.GetRequiredService<ActorCatalog>(), AttemptEnvironment.Create(provider, isStrictByDefault: isDevelopment));

        // The host waits for open requests when it stops; a parked invocation is one, for days.
        provider.GetRequiredService<ActorShutdown>().Watch(engine);
        provider.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.UnsafeRegister(static engine => ((ActorEngine)engine!).Stop(), engine);
        return engine;
    }
}
