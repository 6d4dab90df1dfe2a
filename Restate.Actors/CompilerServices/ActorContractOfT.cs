using System.ComponentModel;

namespace Restate.Actors.CompilerServices;

/// <summary>The description of an actor contract with its proxy. For generated code.</summary>
/// <typeparam name="TActor">The contract interface.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ActorContract<TActor> : ActorContract
    where TActor : class, IActor
{
    /// <summary>Creates the description.</summary>
    /// <param name="name">The service name on the wire.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="key">The key's format, or <see langword="null"/> for a basic service.</param>
    /// <param name="handlers">The handlers.</param>
    /// <param name="createProxy">Creates a typed proxy.</param>
    public ActorContract(string name, ActorKind kind, KeyFormat? key, IReadOnlyList<HandlerContract> handlers, Func<ActorTarget, TActor> createProxy)
        : base(name, kind, key, handlers)
    {
        CreateProxy = createProxy;
    }

    /// <summary>Gets the creation of a typed proxy.</summary>
    public Func<ActorTarget, TActor> CreateProxy { get; }

    /// <inheritdoc/>
    public override Type InterfaceType => typeof(TActor);

    internal override object CreateProxyFor(ActorTarget target) => CreateProxy(target);
}
