using Restate.Actors.CompilerServices;

namespace Restate.Actors.Internal.References;

/// <summary>Chooses the service that a proxy of a base interface calls. A proxy has one; which of several is meant must not be guessed.</summary>
internal static class BaseContracts
{
    /// <summary>Chooses the contract.</summary>
    /// <param name="type">The interface.</param>
    /// <param name="own">Its own contract, if it has one.</param>
    /// <exception cref="InvalidOperationException">There is none, or several come into question.</exception>
    public static ActorContract Choose(Type type, ActorContract? own)
    {
        if (own is not null && type.IsDefined(typeof(ActorAttribute), inherit: false))
        {
            return own;
        }

        var derived = ActorReferences.DerivedFrom(type);
        return (own, derived) switch
        {
            (not null, []) => own,
            (null, [var only]) => only,
            (null, []) => throw Unknown(type),
            (null, _) => throw new InvalidOperationException($"{Several(type, derived)} Get the actor by the contract that is meant."),
            _ => throw new InvalidOperationException(
                $"{Several(type, [own, .. derived])} Get the actor by the contract that is meant, or, if that is {type} itself, pin its name: [Actor(\"{own.Name}\")]."),
        };
    }

    /// <summary>Creates the error for an interface of which nothing is known.</summary>
    public static InvalidOperationException Unknown(Type type) => new(
        $"No generated code was found for the contract {type}. The project that declares the interface and the one that uses it must reference "
        + "the package Restate.Actors (with its analyzers), and the interface, or one that derives from it, must be a contract: say its kind by IDurableService, "
        + "IVirtualObject or IWorkflow, and have no RSTA error.");

    private static string Several(Type type, IEnumerable<ActorContract> contracts) =>
        $"{type} is the base of contracts, and a proxy calls one service. These come into question: "
        + string.Join(", ", contracts.Select(contract => $"{contract.InterfaceType} (service '{contract.Name}')")) + ".";
}
