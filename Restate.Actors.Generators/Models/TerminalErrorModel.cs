namespace Restate.Actors.Generators.Models;

/// <summary>An exception that is terminal, and its code.</summary>
internal sealed record TerminalErrorModel(string Type, int Code);
