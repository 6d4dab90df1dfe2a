namespace Restate.Actors.Generators.Models;

/// <summary>An actor class with the contracts that have generated code.</summary>
internal sealed record ActorRegistrationModel(ActorClassModel Actor, EquatableArray<ServedDescription> Contracts)
{
    public static ActorRegistrationModel Create(ActorClassModel actor, EquatableArray<ContractReference> known)
    {
        var served =
            from contract in known
            join candidate in actor.Contracts on contract.Interface equals candidate.Interface
            select new ServedDescription(contract, candidate.Options);
        return new ActorRegistrationModel(actor, served.ToEquatableArray());
    }
}
