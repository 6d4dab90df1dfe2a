using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Attempts;
using Restate.Actors.Internal.Engine;
using Restate.Actors.Internal.Operations;
using Restate.Actors.Internal.Payloads;
using Restate.Actors.Tests.Attempts.Actors;

namespace Restate.Actors.Tests.TestTools;

/// <summary>An engine with the actors of the attempt tests and no web server around it.</summary>
internal sealed class EngineHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public EngineHost(
        Action<IServiceCollection>? services = null,
        Action<RestateActorsOptions>? options = null,
        bool isStrict = true,
        TimeProvider? clock = null,
        LogLevel leastLogged = LogLevel.Warning)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton(Script);
        collection.AddScoped<ScopedResource>();
        collection.AddScoped<IActorContext>(static _ => InvocationContext.CurrentOrNull!);
        services?.Invoke(collection);
        EngineActors.AddTo(new RestateActorsBuilder(collection));
        _services = collection.BuildServiceProvider(validateScopes: true);
        Log = new LogRecorder(leastLogged);
        var settings = new RestateActorsOptions();
        options?.Invoke(settings);
        Engine = new ActorEngine(new ActorCatalog(_services.GetServices<ActorRegistration>()), new AttemptEnvironment
        {
            Scopes = _services.GetRequiredService<IServiceScopeFactory>(),
            Serializer = DefaultSerializer.Create(),
            Loggers = LoggerFactory.Create(logging => logging.AddProvider(Log).SetMinimumLevel(LogLevel.Trace)),
            Options = settings,
            Clock = clock ?? TimeProvider.System,
            IsStrict = isStrict,
        });
    }

    public ActorEngine Engine { get; }

    public LogRecorder Log { get; }

    public Script Script { get; } = new();

    public async ValueTask DisposeAsync()
    {
        Engine.Dispose();
        await _services.DisposeAsync();
    }
}
