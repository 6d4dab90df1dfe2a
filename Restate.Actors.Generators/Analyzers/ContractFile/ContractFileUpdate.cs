using Microsoft.CodeAnalysis.Diagnostics;

namespace Restate.Actors.Generators.Analyzers.ContractFile;

/// <summary>The build property that writes the contract file anew.</summary>
internal static class ContractFileUpdate
{
    private const string Property = "build_property.UpdateRestateContracts";

    public static bool IsWanted(AnalyzerConfigOptionsProvider options) =>
        options.GlobalOptions.TryGetValue(Property, out var value) && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}
