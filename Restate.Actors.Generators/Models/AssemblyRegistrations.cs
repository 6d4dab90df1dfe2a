namespace Restate.Actors.Generators.Models;

/// <summary>What <c>AddGeneratedActors</c> of this assembly adds.</summary>
/// <param name="HasBuilder">Whether the library itself is referenced.</param>
/// <param name="Registrations">The registrations of actor classes, with <c>global::</c>.</param>
internal sealed record AssemblyRegistrations(bool HasBuilder, EquatableArray<string> Registrations);
