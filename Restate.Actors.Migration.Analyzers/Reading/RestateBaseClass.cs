using Microsoft.CodeAnalysis;

namespace Restate.Actors.Migration.Reading;

/// <summary>Knows the base class for the actors of a Restate contract.</summary>
internal static class RestateBaseClass
{
    /// <summary>The base class, as it is written with the namespaces imported.</summary>
    public static string Of(INamedTypeSymbol contract)
    {
        var marker = ForeignTypes.RestateMarkerOf(contract)!;
        return marker.Name switch
        {
            "IWorkflow" => "Workflow",
            "IDurableService" => "DurableService",
            _ when marker.IsGenericType => $"VirtualObject<{marker.TypeArguments[0].ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}>",
            _ => "VirtualObject",
        };
    }
}
