using Microsoft.CodeAnalysis;

namespace Restate.Actors.Generators.Analyzers.Reading;

/// <summary>Questions to symbols.</summary>
internal static class SymbolExtensions
{
    /// <summary>Gets the name of a type with its namespace, and with the number of type parameters as metadata writes it.</summary>
    public static string MetadataName(this ITypeSymbol type)
    {
        if (type.ContainingType is { } outer)
        {
            return $"{outer.MetadataName()}+{((ISymbol)type).MetadataName}";
        }

        var name = ((ISymbol)type).MetadataName;
        return type.ContainingNamespace is { IsGlobalNamespace: false } space ? $"{space.ToDisplayString()}.{name}" : name;
    }

    public static bool Is(this ITypeSymbol? type, string metadataName) =>
        type is not null && metadataName.EndsWith(((ISymbol)type).MetadataName, StringComparison.Ordinal) && type.MetadataName() == metadataName;

    /// <summary>Gets a type, its base types and its interfaces.</summary>
    public static IEnumerable<ITypeSymbol> SelfAndBases(this ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }

        foreach (var candidate in type.AllInterfaces)
        {
            yield return candidate;
        }
    }

    public static bool DerivesFrom(this ITypeSymbol? type, string metadataName) =>
        type is not null && type.SelfAndBases().Any(candidate => candidate.OriginalDefinition.Is(metadataName));

    public static bool IsAwaitable(this ITypeSymbol type) =>
        type is { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace.Name: "Threading" } };

    /// <summary>Gets a member as a message names it: <c>Type.Member</c>.</summary>
    public static string Display(this ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => $"new {constructor.ContainingType.Name}",
        { ContainingType: { } type } => $"{type.Name}.{member.Name}",
        _ => member.Name,
    };
}
