using Microsoft.CodeAnalysis;

namespace Restate.Actors.Generators.Analyzers.Scope;

/// <summary>What happens to a lambda or method group.</summary>
/// <param name="Kind">What.</param>
/// <param name="Name">The variable or parameter that keeps it.</param>
/// <param name="By">What calls it.</param>
internal readonly record struct DelegateUse(DelegateUseKind Kind, ISymbol? Name = null, IMethodSymbol? By = null);
