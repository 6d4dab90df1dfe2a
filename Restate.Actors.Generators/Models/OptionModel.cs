namespace Restate.Actors.Generators.Models;

/// <summary>One option as it was written.</summary>
internal sealed record OptionModel(string Name, string Text);
