using Microsoft.CodeAnalysis;

namespace Restate.Actors.Generators.Parsing;

/// <summary>Recognizes the library's types by name.</summary>
internal static class RestateSymbols
{
    public static bool IsRestateType(ITypeSymbol? type, string name) =>
        type is { ContainingType: null, ContainingNamespace: { Name: "Actors", ContainingNamespace.Name: "Restate" } }
        && type.Name == name
        && type.ContainingNamespace.ContainingNamespace.ContainingNamespace.IsGlobalNamespace;

    public static bool IsCompilerServicesType(ITypeSymbol? type, string name) =>
        type is { ContainingType: null, ContainingNamespace.Name: "CompilerServices" }
        && type.Name == name
        && type.ContainingNamespace.ToDisplayString() == "Restate.Actors.CompilerServices";

    public static bool IsContract(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Interface && !IsMarker(type) && type.AllInterfaces.Any(IsKindMarker);

    public static bool IsMarker(INamedTypeSymbol type) =>
        IsKindMarker(type) || IsRestateType(type, "IKeyedActor") || IsRestateType(type, "IActor");

    public static bool IsKindMarker(INamedTypeSymbol type) =>
        IsRestateType(type, "IDurableService") || IsRestateType(type, "IVirtualObject") || IsRestateType(type, "IWorkflow");

    public static AttributeData? FindAttribute(ISymbol symbol, string name)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (IsRestateType(attribute.AttributeClass, name))
            {
                return attribute;
            }
        }

        return null;
    }
}
