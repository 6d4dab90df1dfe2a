using System.ComponentModel;
using Restate.Actors.Internal.References;

namespace Restate.Actors.CompilerServices;

/// <summary>Where typed callers find the contract of an interface. For generated code.</summary>
/// <remarks>
/// Each assembly that uses contracts registers those it can see from a module initializer; the same interface always
/// registers the same description, so the order of assemblies does not matter.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ActorContracts
{
    /// <summary>Makes a contract known.</summary>
    /// <typeparam name="TActor">The contract interface.</typeparam>
    /// <param name="contract">Returns the one description of it; called at first use.</param>
    public static void Register<TActor>(Func<ActorContract<TActor>> contract)
        where TActor : class, IActor
    {
        ArgumentNullException.ThrowIfNull(contract);
        Slot<TActor>.Contract = contract;
        ActorReferences.Register(contract);
    }

    /// <summary>Finds the contract of an interface.</summary>
    /// <typeparam name="TActor">The contract interface.</typeparam>
    /// <returns>Its description.</returns>
    /// <exception cref="InvalidOperationException">No generated code exists for the interface.</exception>
    public static ActorContract<TActor> Get<TActor>()
        where TActor : class, IActor
    {
        return Slot<TActor>.Contract?.Invoke() ?? throw BaseContracts.Unknown(typeof(TActor));
    }

    /// <summary>Finds the contract whose service a proxy of an interface calls.</summary>
    /// <exception cref="InvalidOperationException">No contract is known for the interface, or it is the base of contracts and does not say which is meant.</exception>
    internal static ActorContract Addressed<TActor>()
        where TActor : class, IActor
    {
        // Assemblies may come later with further contracts.
        var version = ActorReferences.Version;
        if (Slot<TActor>.Addressed is { } known && known.Version == version)
        {
            return known.Contract;
        }

        var contract = BaseContracts.Choose(typeof(TActor), Slot<TActor>.Contract?.Invoke());
        Slot<TActor>.Addressed = new AddressedContract(contract, version);
        return contract;
    }

    private static class Slot<TActor>
        where TActor : class, IActor
    {
        public static volatile Func<ActorContract<TActor>>? Contract;
        public static volatile AddressedContract? Addressed;
    }

    private sealed record AddressedContract(ActorContract Contract, int Version);
}
