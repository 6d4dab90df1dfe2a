namespace Restate.Actors.Generators.Models;

/// <summary>A contract and its description, of this assembly or a referenced one.</summary>
/// <param name="Interface">The interface, with <c>global::</c>.</param>
/// <param name="Description">The generated static class, with <c>global::</c>.</param>
internal sealed record ContractReference(string Interface, string Description);
