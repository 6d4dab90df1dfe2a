namespace Restate.Actors.Generators.Models;

/// <summary>The options of one handler.</summary>
/// <param name="Handler">The wire name, or the name of a method that is no handler; the host reports that.</param>
/// <param name="Options">The options.</param>
internal sealed record HandlerOptionsModel(string Handler, DeclaredOptionsModel Options);
