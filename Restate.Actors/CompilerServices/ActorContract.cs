using System.ComponentModel;

namespace Restate.Actors.CompilerServices;

/// <summary>The description of an actor contract. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ActorContract
{
    private protected ActorContract(string name, ActorKind kind, KeyFormat? key, IReadOnlyList<HandlerContract> handlers)
    {
        Name = name;
        Kind = kind;
        Key = key;
        Handlers = handlers;
    }

    /// <summary>Gets the service name on the wire.</summary>
    public string Name { get; }

    /// <summary>Gets the kind.</summary>
    public ActorKind Kind { get; }

    /// <summary>Gets the key's format, or <see langword="null"/> for a basic service.</summary>
    public KeyFormat? Key { get; }

    /// <summary>Gets the handlers, in the order of their declaration.</summary>
    public IReadOnlyList<HandlerContract> Handlers { get; }

    /// <summary>Gets the contract interface.</summary>
    public abstract Type InterfaceType { get; }

    internal abstract object CreateProxyFor(ActorTarget target);
}
