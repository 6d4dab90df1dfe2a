using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Attempts;
using Restate.Actors.Internal.Engine;
using Restate.Actors.Internal.Settings;

namespace Restate.Actors.Testing.Internal.Server;

/// <summary>The services that the server knows: the actors under test, and what stands in for others.</summary>
internal sealed class ServedActors : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Dictionary<string, ServedHandler>> _services = new(StringComparer.Ordinal);
    private readonly List<ActorEngine> _engines = [];

    public IReadOnlyList<string> Names
    {
        get
        {
            lock (_lock)
            {
                return [.. _services.Keys.Order(StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>Adds actors that an engine runs, in place of those of the same names.</summary>
    public void Add(ActorEngine engine, Func<ActorRegistration, ActorServiceOptions> options)
    {
        lock (_lock)
        {
            _engines.Add(engine);
            foreach (var actor in engine.Catalog.Actors)
            {
                _services[actor.Contract.Name] = Describe(engine, actor, options(actor));
            }
        }
    }

    /// <summary>Adds an implementation that stands in for an actor.</summary>
    public void AddStub(ActorRegistration stub, AttemptEnvironment environment)
    {
        var options = new ActorOptionsTable([stub], [stub], new OptionSources());
        Add(new ActorEngine(new ActorCatalog([stub]), environment), actor => options[actor]);
    }

    public bool HasService(string service)
    {
        lock (_lock)
        {
            return _services.ContainsKey(service);
        }
    }

    public ServedHandler? Find(string service, string handler)
    {
        lock (_lock)
        {
            return _services.TryGetValue(service, out var handlers) ? handlers.GetValueOrDefault(handler) : null;
        }
    }

    public void Dispose()
    {
        foreach (var engine in _engines)
        {
            engine.Dispose();
        }
    }

    private static Dictionary<string, ServedHandler> Describe(ActorEngine engine, ActorRegistration actor, ActorServiceOptions options)
    {
        var handlers = new Dictionary<string, ServedHandler>(StringComparer.Ordinal);
        foreach (var handler in actor.Handlers)
        {
            var policy = HandlerPolicy.Of(options.Handlers.GetValueOrDefault(handler.Name), options);
            foreach (var name in handler.Aliases.Prepend(handler.Name))
            {
                handlers.Add(name, new ServedHandler(engine, engine.Catalog.Find(actor.Contract.Name, name)!, policy));
            }
        }

        return handlers;
    }
}
