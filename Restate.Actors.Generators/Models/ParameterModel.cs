namespace Restate.Actors.Generators.Models;

/// <summary>A parameter of a handler.</summary>
/// <param name="Name">Its name, which is its JSON property.</param>
/// <param name="Identifier">Its name as C# writes it.</param>
/// <param name="Value">What it holds.</param>
/// <param name="DefaultValue">Its declared default as a C# expression, or <see langword="null"/>.</param>
/// <param name="IsCancellationToken">Whether it is the token, which never travels.</param>
internal sealed record ParameterModel(string Name, string Identifier, ValueModel Value, string? DefaultValue, bool IsCancellationToken);
