namespace Restate.Actors.Generators.Models;

/// <summary>What referenced assemblies offer to this one.</summary>
/// <param name="HasBuilder">Whether the library itself is referenced.</param>
/// <param name="Contracts">The contracts.</param>
/// <param name="Registrations">The registrations of actor classes, with <c>global::</c>.</param>
internal sealed record References(bool HasBuilder, EquatableArray<ContractReference> Contracts, EquatableArray<string> Registrations);
