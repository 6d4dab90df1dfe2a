using Microsoft.CodeAnalysis;
using Restate.Actors.Generators.Diagnostics;

namespace Restate.Actors.Generators.Parsing;

/// <summary>A member of a contract, declared by the contract or by one of its bases.</summary>
internal sealed class ContractMember(ISymbol symbol, INamedTypeSymbol contract)
{
    public ISymbol Symbol { get; } = symbol;

    /// <summary>Whether the contract itself declares the member.</summary>
    public bool IsOwn { get; } = SymbolEqualityComparer.Default.Equals(symbol.ContainingType.OriginalDefinition, contract);

    /// <summary>Where to report: at the member if its source is at hand, else at the contract.</summary>
    public Location Location => IsInSameAssembly ? Symbol.OriginalDefinition.Locations[0] : contract.Locations[0];

    private bool IsInSameAssembly => SymbolEqualityComparer.Default.Equals(Symbol.ContainingAssembly, contract.ContainingAssembly);

    /// <summary>Whether the member belongs to a base which is a contract of this assembly and so is parsed for itself.</summary>
    private bool IsReportedElsewhere => !IsOwn && IsInSameAssembly && RestateSymbols.IsContract(Symbol.ContainingType.OriginalDefinition);

    /// <summary>Adds a finding about the member alone.</summary>
    public void Report(Findings findings, DiagnosticDescriptor rule, params object[] arguments) =>
        findings.Add(new Finding(rule, Location, IsReportedElsewhere, arguments));
}
