using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Attempts;
using Restate.Actors.Internal.Engine;
using Restate.Actors.Internal.Filters;
using Restate.Actors.Internal.Operations;
using Restate.Actors.Internal.Payloads;
using Restate.Actors.Internal.Telemetry;
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
        LogLevel leastLogged = LogLevel.Warning,
        ILoggerProvider? loggers = null)
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
        var environment = new AttemptEnvironment
        {
            Scopes = _services.GetRequiredService<IServiceScopeFactory>(),
            Serializer = DefaultSerializer.Create(),
            Loggers = LoggerFactory.Create(logging => logging.AddProvider(loggers ?? Log).SetMinimumLevel(LogLevel.Trace)),
            Filters = HostFilters.Create(_services),
            Options = settings,
            Clock = clock ?? TimeProvider.System,
            IsStrict = isStrict,
        };
        Telemetry = environment.Telemetry;
        Engine = new ActorEngine(new ActorCatalog(_services.GetServices<ActorRegistration>()), environment);
    }

    public ActorEngine Engine { get; }

    public ActorTelemetry Telemetry { get; }

    public LogRecorder Log { get; }

    public Script Script { get; } = new();

    public async ValueTask DisposeAsync()
    {
        Engine.Dispose();
        await _services.DisposeAsync();
    }
}
