using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Restate.Actors.Internal.Attempts;
using Restate.Actors.Internal.Operations;
using Restate.Actors.Testing.Internal.Ingress;
using Restate.Actors.Testing.Internal.Server;
using Restate.Actors.Testing.Internal.Time;

namespace Restate.Actors.Testing.Internal;

/// <summary>The services of a test host: those of a production host, with the virtual clock, and with a client whose requests end in memory.</summary>
internal static class TestServices
{
    public static ServiceProvider Build(TestServer server, Action<RestateActorsBuilder> actors, Action<IServiceCollection>? services)
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        services?.Invoke(collection);
        collection.TryAddSingleton<TimeProvider>(new ContextTimeProvider(server.Time));
        actors(collection.AddRestateActors());
        collection
            .AddRestateClient(options => options.IngressUri = InMemoryIngress.IngressUri)
            .ConfigurePrimaryHttpMessageHandler(() => new InMemoryIngress(server));
        collection
            .AddRestateAdmin(options => options.AdminUri = InMemoryIngress.AdminUri)
            .ConfigurePrimaryHttpMessageHandler(() => new InMemoryIngress(server));
        return collection.BuildServiceProvider(validateScopes: true);
    }

    public static AttemptEnvironment CreateEnvironment(IServiceProvider provider, TestServer server)
    {
        return AttemptEnvironment.Create(provider, isStrictByDefault: true) with
        {
            // What guards the process goes by real time; it must not fire because the handlers' time jumps.
            HandlerClock = server.Time,
            Steps = new VirtualSteps(server.Loop),
        };
    }
}
