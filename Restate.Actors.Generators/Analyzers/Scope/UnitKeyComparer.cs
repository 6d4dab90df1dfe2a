using Microsoft.CodeAnalysis;

namespace Restate.Actors.Generators.Analyzers.Scope;

/// <summary>Compares keys of units: symbols, and nodes of syntax.</summary>
internal sealed class UnitKeyComparer : IEqualityComparer<object>
{
    public static readonly UnitKeyComparer Instance = new();

    bool IEqualityComparer<object>.Equals(object? x, object? y) =>
        x is ISymbol left && y is ISymbol right ? SymbolEqualityComparer.Default.Equals(left, right) : Equals(x, y);

    public int GetHashCode(object obj) => obj is ISymbol symbol ? SymbolEqualityComparer.Default.GetHashCode(symbol) : obj.GetHashCode();
}
