using Microsoft.CodeAnalysis;
using Restate.Actors.Generators.Models;

namespace Restate.Actors.Generators.Parsing;

/// <summary>Reads which filters a class asks for.</summary>
internal static class FilterParser
{
    /// <summary>The filters that <c>[ActorFilter&lt;TFilter&gt;]</c> names on a class and its bases, as C# writes them. Those that generated code cannot name are left out.</summary>
    public static EquatableArray<string> Filters(INamedTypeSymbol type)
    {
        return Bases(type)
            .SelectMany(declaring => declaring.GetAttributes())
            .Where(attribute => RestateSymbols.IsRestateType(attribute.AttributeClass, "ActorFilterAttribute"))
            .SelectMany(attribute => attribute.AttributeClass!.TypeArguments)
            .Where(filter => filter.Reachability() != Reachability.None)
            .Select(TypeText.ForRuntime)
            .Distinct()
            .ToEquatableArray();
    }

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }
}
