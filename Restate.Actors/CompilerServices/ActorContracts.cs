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
        return Slot<TActor>.Contract?.Invoke() ?? throw new InvalidOperationException(
            $"No generated code was found for the contract {typeof(TActor)}. The project that declares the interface and the one that uses it must reference "
            + "the package Restate.Actors (with its analyzers), and the interface must have no RSTA error.");
    }

    private static class Slot<TActor>
        where TActor : class, IActor
    {
        public static volatile Func<ActorContract<TActor>>? Contract;
    }
}
