using System.ComponentModel;
using Restate.Actors.Internal.Contracts;

namespace Restate.Actors.CompilerServices;

/// <summary>An actor class that serves a contract. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ActorRegistration
{
    private protected ActorRegistration(ActorContract contract, Type implementationType)
    {
        Contract = contract;
        ImplementationType = implementationType;
        SavesOnSuccess = implementationType.IsDefined(typeof(SaveOnSuccessAttribute), inherit: true);
    }

    /// <summary>Gets the contract.</summary>
    public ActorContract Contract { get; }

    /// <summary>Gets the class.</summary>
    public Type ImplementationType { get; }

    internal bool SavesOnSuccess { get; }

    internal bool IsRemindable => typeof(IRemindable).IsAssignableFrom(ImplementationType) && Contract.Kind == ActorKind.VirtualObject;

    /// <summary>Gets the handlers of the contract, and those that the class has besides.</summary>
    internal abstract IReadOnlyList<HandlerContract> Handlers { get; }

    /// <summary>Creates a registration.</summary>
    /// <typeparam name="TActor">The contract interface.</typeparam>
    /// <typeparam name="TImplementation">The class.</typeparam>
    /// <param name="contract">The contract.</param>
    /// <param name="create">Creates an instance from the services of an attempt.</param>
    /// <returns>The registration.</returns>
    public static ActorRegistration Create<TActor, TImplementation>(ActorContract<TActor> contract, Func<IServiceProvider, TImplementation> create)
        where TActor : class, IActor
        where TImplementation : class, TActor
    {
        ArgumentNullException.ThrowIfNull(contract);
        return new ActorRegistration<TActor>(contract, typeof(TImplementation), create);
    }
}
