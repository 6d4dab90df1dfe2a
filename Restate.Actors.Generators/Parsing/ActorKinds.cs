using Microsoft.CodeAnalysis;
using Restate.Actors.Generators.Models;

namespace Restate.Actors.Generators.Parsing;

/// <summary>Reads the kind of a contract from its marker interfaces.</summary>
internal static class ActorKinds
{
    public static IReadOnlyList<ActorKind> Of(ITypeSymbol contract) =>
        [.. contract.AllInterfaces.Where(RestateSymbols.IsKindMarker).Select(OfMarker).Distinct().OrderBy(kind => kind)];

    public static string Describe(IEnumerable<ActorKind> kinds) => string.Join(" and ", kinds.Select(Describe)) + " at once";

    /// <summary>Finds the actor interfaces without a kind that a type takes for a contract: an interface by its name for the wire, a class by implementing it.</summary>
    /// <remarks>Without either it may well be a base of contracts.</remarks>
    public static IEnumerable<INamedTypeSymbol> Missing(INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Interface)
        {
            return IsKindless(type) && ContractNames.IsPinned(type) ? [type] : [];
        }

        if (type.IsAbstract || type.TypeKind != TypeKind.Class)
        {
            return [];
        }

        var contracts = type.AllInterfaces.Where(RestateSymbols.IsContract).ToList();
        var kindless = type.AllInterfaces.Where(candidate => IsKindless(candidate) && !contracts.Exists(contract => IsBaseOf(candidate, contract))).ToList();
        return kindless.Where(candidate => !kindless.Exists(other => IsBaseOf(candidate, other)) && !ContractNames.IsPinned(candidate.OriginalDefinition));
    }

    /// <summary>Says what an interface without a kind can derive from to have one.</summary>
    public static string Choices(INamedTypeSymbol kindless)
    {
        var key = kindless.AllInterfaces.FirstOrDefault(candidate => candidate.IsGenericType && RestateSymbols.IsRestateType(candidate, "IKeyedActor"))?.TypeArguments[0];
        return key switch
        {
            { SpecialType: not SpecialType.System_String } => $"IVirtualObject<{key.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}>",
            null when !kindless.AllInterfaces.Any(candidate => RestateSymbols.IsRestateType(candidate, "IKeyedActor")) => "IDurableService, IVirtualObject or IWorkflow",
            _ => "IVirtualObject or IWorkflow",
        };
    }

    private static bool IsKindless(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Interface
        && !RestateSymbols.IsMarker(type)
        && !RestateSymbols.IsContract(type)
        && type.AllInterfaces.Any(candidate => RestateSymbols.IsRestateType(candidate, "IActor"));

    private static bool IsBaseOf(INamedTypeSymbol candidate, INamedTypeSymbol other) => other.AllInterfaces.Contains(candidate, SymbolEqualityComparer.Default);

    private static string Describe(ActorKind kind) => kind switch
    {
        ActorKind.Service => "a service",
        ActorKind.VirtualObject => "a virtual object",
        _ => "a workflow",
    };

    private static ActorKind OfMarker(INamedTypeSymbol marker) => marker.Name switch
    {
        "IDurableService" => ActorKind.Service,
        "IWorkflow" => ActorKind.Workflow,
        _ => ActorKind.VirtualObject,
    };
}
