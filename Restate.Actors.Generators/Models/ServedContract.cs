namespace Restate.Actors.Generators.Models;

/// <summary>A contract as an actor class serves it.</summary>
/// <param name="Interface">The interface, with <c>global::</c>.</param>
/// <param name="Options">What the attributes of the class say of its service.</param>
internal sealed record ServedContract(string Interface, DeclaredOptionsModel Options);
