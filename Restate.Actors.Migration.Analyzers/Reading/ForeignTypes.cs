using Microsoft.CodeAnalysis;

namespace Restate.Actors.Migration.Reading;

/// <summary>Recognizes types of Orleans, Dapr and Restate.Actors by name; none of them is referenced.</summary>
internal static class ForeignTypes
{
    /// <summary>The framework that a type belongs to: what is in the namespace <c>Orleans</c>, <c>Dapr.Actors</c> or below.</summary>
    public static Framework? FrameworkOf(ITypeSymbol? type)
    {
        var space = NamespaceOf(type);
        if (IsIn(space, "Orleans"))
        {
            return Framework.Orleans;
        }

        return IsIn(space, "Dapr.Actors") ? Framework.Dapr : null;
    }

    public static bool IsMarker(INamedTypeSymbol type) => Is(type, "Orleans", "IGrain") || Is(type, "Dapr.Actors", "IActor");

    /// <summary>Whether a type says how the grains of an interface are addressed.</summary>
    public static bool IsKeyMarker(INamedTypeSymbol type) =>
        (NamespaceOf(type) == "Orleans" && type.Name.StartsWith("IGrainWith", StringComparison.Ordinal)) || Is(type, "Dapr.Actors", "IActor");

    public static bool IsObserver(ITypeSymbol type) => Is(type, "Orleans", "IGrainObserver") || type.AllInterfaces.Any(face => Is(face, "Orleans", "IGrainObserver"));

    public static bool IsOldToken(ITypeSymbol type) => Is(type, "Orleans", "GrainCancellationToken");

    /// <summary>Whether an interface is or extends a contract of Restate.Actors.</summary>
    public static bool IsRestateContract(INamedTypeSymbol type) => RestateMarkerOf(type) is not null;

    /// <summary>The marker interface of Restate.Actors that says the kind of a contract.</summary>
    public static INamedTypeSymbol? RestateMarkerOf(INamedTypeSymbol type) =>
        type.AllInterfaces.FirstOrDefault(face => NamespaceOf(face) == "Restate.Actors" && face.Name is "IVirtualObject" or "IWorkflow" or "IDurableService");

    /// <summary>The class of a framework that an actor class derives from, or <see langword="null"/>.</summary>
    public static INamedTypeSymbol? BaseClassOf(INamedTypeSymbol type)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            if (FrameworkOf(parent) is not null)
            {
                return parent;
            }
        }

        return null;
    }

    public static bool Is(ITypeSymbol? type, string space, string name) => type?.Name == name && NamespaceOf(type) == space;

    private static string NamespaceOf(ITypeSymbol? type) =>
        type is { ContainingType: null, ContainingNamespace: { IsGlobalNamespace: false } space } ? space.ToDisplayString() : string.Empty;

    private static bool IsIn(string space, string root) =>
        space.StartsWith(root, StringComparison.Ordinal) && (space.Length == root.Length || space[root.Length] == '.');
}
