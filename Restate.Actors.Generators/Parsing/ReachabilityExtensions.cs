using Microsoft.CodeAnalysis;

namespace Restate.Actors.Generators.Parsing;

internal static class ReachabilityExtensions
{
    /// <summary>The narrowest of the type's own accessibility, that of its containing types and that of its type arguments.</summary>
    public static Reachability Reachability(this ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType.Reachability(),
        INamedTypeSymbol named => OfNamed(named),
        _ => Parsing.Reachability.Public,
    };

    private static Reachability OfNamed(INamedTypeSymbol type)
    {
        var own = type switch
        {
            { IsFileLocal: true } => Parsing.Reachability.None,
            { DeclaredAccessibility: Accessibility.Public or Accessibility.NotApplicable } => Parsing.Reachability.Public,
            { DeclaredAccessibility: Accessibility.Internal or Accessibility.ProtectedOrInternal } => Parsing.Reachability.Assembly,
            _ => Parsing.Reachability.None,
        };

        var narrowest = type.ContainingType is { } outer ? Min(own, outer.Reachability()) : own;
        foreach (var argument in type.TypeArguments)
        {
            narrowest = Min(narrowest, argument.Reachability());
        }

        return narrowest;
    }

    private static Reachability Min(Reachability left, Reachability right) => left < right ? left : right;
}
