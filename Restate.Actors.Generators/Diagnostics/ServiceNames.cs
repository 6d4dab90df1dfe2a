using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Restate.Actors.Generators.Diagnostics;

/// <summary>Collects the names of the services of an assembly and finds those that are used twice.</summary>
/// <remarks>Thread-safe: types are analyzed in parallel.</remarks>
internal sealed class ServiceNames
{
    private readonly ConcurrentBag<(string Name, INamedTypeSymbol Contract)> _names = [];

    public void Add(string name, INamedTypeSymbol contract) => _names.Add((name, contract));

    public void Report(CompilationAnalysisContext context)
    {
        foreach (var group in _names.GroupBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase))
        {
            // One contract that uses a name twice has been told so where it was parsed.
            foreach (var (name, contract) in group)
            {
                var others = group
                    .Where(other => !SymbolEqualityComparer.Default.Equals(other.Contract, contract))
                    .Select(other => $"'{other.Contract.ToDisplayString()}'")
                    .Distinct()
                    .OrderBy(other => other, StringComparer.Ordinal)
                    .ToList();
                if (others.Count > 0)
                {
                    context.ReportDiagnostic(Diagnostic.Create(
                        ContractRules.NameInAssembly,
                        contract.Locations[0],
                        $"Service name '{name}' of '{contract.ToDisplayString()}' is taken by {string.Join(", ", others)}. "
                        + "Names must differ in more than case: choose another one with [Actor(\"name\")]."));
                }
            }
        }
    }
}
