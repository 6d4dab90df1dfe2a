using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Restate.Actors.CompilerServices;
using Restate.Actors.Testing;
using Restate.Actors.Tests.Testing.Actors;

namespace Restate.Actors.Tests.Testing;

/// <summary>Hosts with the actors of these tests.</summary>
internal static class TestHosts
{
    public static Task<ActorTestHost> StartAsync(
        Action<ActorTestOptions>? options = null, Action<IServiceCollection>? services = null, Action<RestateActorsBuilder>? actors = null)
    {
        return ActorTestHost.StartAsync(
            builder =>
            {
                AddActors(builder);
                actors?.Invoke(builder);
            },
            services,
            options);
    }

    /// <summary>Adds the actors of these tests; the assembly has others that are wrong on purpose.</summary>
    public static void AddActors(RestateActorsBuilder builder)
    {
        builder.AddGeneratedActors();
        string[] names = [.. builder.Services
            .Select(service => service.ImplementationInstance)
            .OfType<ActorRegistration>()
            .Select(actor => actor.Contract.Name)
            .Where(name => name.StartsWith("Testing.", StringComparison.Ordinal))];
        builder.Services.Configure<RestateActorsOptions>(options => options.Services = names);
        builder.Services.TryAddSingleton<ITill, Till>();
        builder.Services.TryAddSingleton<Whiteboard>();
    }
}
