using Microsoft.CodeAnalysis;
using Restate.Actors.Generators.Models;

namespace Restate.Actors.Generators.Parsing;

/// <summary>Reads the kind of a contract from its marker interfaces.</summary>
internal static class ActorKinds
{
    public static IReadOnlyList<ActorKind> Of(ITypeSymbol contract) =>
        [.. contract.AllInterfaces.Where(RestateSymbols.IsKindMarker).Select(OfMarker).Distinct().OrderBy(kind => kind)];

    public static string Describe(IEnumerable<ActorKind> kinds) => string.Join(" and ", kinds.Select(Describe)) + " at once";

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
