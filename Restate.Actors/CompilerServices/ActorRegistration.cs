using System.ComponentModel;
using Restate.Actors.Internal.Contracts;

namespace Restate.Actors.CompilerServices;

/// <summary>An actor class that serves a contract. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ActorRegistration
{
    private protected ActorRegistration(ActorContract contract, Type implementationType, DeclaredOptions? declared)
    {
        Contract = contract;
        ImplementationType = implementationType;
        Declared = declared;
    }

    /// <summary>Gets the contract.</summary>
    public ActorContract Contract { get; }

    /// <summary>Gets the class.</summary>
    public Type ImplementationType { get; }

    /// <summary>Gets what the attributes of the class say, or <see langword="null"/> if they say nothing.</summary>
    public DeclaredOptions? Declared { get; }

    internal bool IsRemindable => typeof(IRemindable).IsAssignableFrom(ImplementationType) && Contract.Kind == ActorKind.VirtualObject;

    /// <summary>Gets the handlers of the contract, and those that the class has besides.</summary>
    internal abstract IReadOnlyList<HandlerContract> Handlers { get; }

    /// <summary>Creates a registration.</summary>
    /// <typeparam name="TActor">The contract interface.</typeparam>
    /// <typeparam name="TImplementation">The class.</typeparam>
    /// <param name="contract">The contract.</param>
    /// <param name="create">Creates an instance from the services of an attempt.</param>
    /// <param name="declared">What the attributes of the class say.</param>
    /// <returns>The registration.</returns>
    public static ActorRegistration Create<TActor, TImplementation>(
        ActorContract<TActor> contract, Func<IServiceProvider, TImplementation> create, DeclaredOptions? declared = null)
        where TActor : class, IActor
        where TImplementation : class, TActor
    {
        ArgumentNullException.ThrowIfNull(contract);
        return new ActorRegistration<TActor>(contract, typeof(TImplementation), create, declared);
    }
}
