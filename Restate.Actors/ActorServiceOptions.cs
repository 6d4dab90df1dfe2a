using Restate.Actors.CompilerServices;

namespace Restate.Actors;

/// <summary>How Restate treats a service and its handlers. At first it holds the defaults of the host and what the attributes of the class say.</summary>
public sealed class ActorServiceOptions : ActorOptions
{
    private readonly ActorContract? _contract;
    private readonly Dictionary<string, ActorHandlerOptions> _handlers = new(StringComparer.Ordinal);

    internal ActorServiceOptions(ActorContract? contract)
    {
        _contract = contract;
    }

    /// <summary>Gets the options of handlers that were asked for, by wire name, or by the given name if there is no such handler.</summary>
    internal IReadOnlyDictionary<string, ActorHandlerOptions> Handlers => _handlers;

    /// <summary>Gets the options of one handler.</summary>
    /// <param name="name">Its wire name or the name of its method, in upper or lower case. A name that no handler has is an error when the host starts.</param>
    /// <returns>The options, to change.</returns>
    public ActorHandlerOptions Handler(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var key = Find(name)?.Name ?? name;
        if (!_handlers.TryGetValue(key, out var options))
        {
            options = new ActorHandlerOptions();
            _handlers.Add(key, options);
        }

        return options;
    }

    private HandlerContract? Find(string name)
    {
        return _contract?.Handlers.FirstOrDefault(handler => handler.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? _contract?.Handlers.FirstOrDefault(handler => handler.MethodName.Equals(name, StringComparison.OrdinalIgnoreCase));
    }
}
