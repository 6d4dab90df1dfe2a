namespace Restate.Actors.Generators.Models;

/// <summary>An actor class with the contracts that have generated code.</summary>
internal sealed record ActorRegistrationModel(ActorClassModel Actor, EquatableArray<ContractReference> Contracts)
{
    public static ActorRegistrationModel Create(ActorClassModel actor, EquatableArray<ContractReference> known)
    {
        var served = known.Where(contract => actor.Contracts.Contains(contract.Interface)).ToEquatableArray();
        return new ActorRegistrationModel(actor, served);
    }
}
