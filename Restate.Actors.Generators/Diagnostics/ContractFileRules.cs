using Microsoft.CodeAnalysis;

namespace Restate.Actors.Generators.Diagnostics;

/// <summary>The rules for changes of contracts against <c>RestateContracts.txt</c>, RSTA5001 to RSTA5004.</summary>
internal static class ContractFileRules
{
    public static readonly DiagnosticDescriptor Missing = Create(
        "RSTA5001",
        "A recorded handler is gone",
        "{0}");

    public static readonly DiagnosticDescriptor MissingService = Create(
        "RSTA5001",
        "A recorded handler is gone",
        "{0}",
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor Payload = Create(
        "RSTA5002",
        "A payload has another shape",
        "{0}");

    public static readonly DiagnosticDescriptor Kind = Create(
        "RSTA5003",
        "A handler or service is of another kind",
        "{0}");

    public static readonly DiagnosticDescriptor State = Create(
        "RSTA5004",
        "A state value has another type",
        "{0}");

    private static DiagnosticDescriptor Create(string id, string title, string message, params string[] tags) =>
        RuleFactory.Create(id, "Restate.ContractFile", DiagnosticSeverity.Warning, title, message, tags);
}
