namespace Restate.Actors.Generators.Models;

/// <summary>A contract that an actor class serves, with its generated description.</summary>
internal sealed record ServedDescription(ContractReference Contract, DeclaredOptionsModel Options);
