using Microsoft.CodeAnalysis;

namespace Restate.Actors.Generators.Parsing;

/// <summary>A closed contract type with its wire name.</summary>
internal sealed record NamedContract(INamedTypeSymbol Type, string WireName);
