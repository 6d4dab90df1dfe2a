using Microsoft.CodeAnalysis;
using Restate.Actors.Generators.Diagnostics;

namespace Restate.Actors.Migration.Diagnostics;

/// <summary>The rules for contracts and classes that were written for Orleans or Dapr, RSTA6001 to RSTA6005.</summary>
/// <remarks>What an application does that still runs on its old framework is a warning at most: adding the package must not break its build.</remarks>
internal static class MigrationRules
{
    public static readonly DiagnosticDescriptor Recognized = Create(
        "RSTA6001",
        DiagnosticSeverity.Info,
        "A contract of Orleans or Dapr",
        "'{0}' is {1}. {2}");

    public static readonly DiagnosticDescriptor NoEquivalent = Create(
        "RSTA6002",
        DiagnosticSeverity.Warning,
        "An attribute without equivalent",
        "[{0}] on '{1}' {2}");

    public static readonly DiagnosticDescriptor OtherMeaning = Create(
        "RSTA6003",
        DiagnosticSeverity.Warning,
        "An attribute that means something else",
        "[{0}] on '{1}' {2}");

    public static readonly DiagnosticDescriptor BaseClass = Create(
        "RSTA6004",
        DiagnosticSeverity.Error,
        "A base class of Orleans or Dapr",
        "'{0}' serves the Restate contract '{1}' and derives from '{2}'. {3}");

    public static readonly DiagnosticDescriptor Member = Create(
        "RSTA6005",
        DiagnosticSeverity.Warning,
        "What cannot become part of a contract",
        "'{0}' {1}");

    private static DiagnosticDescriptor Create(string id, DiagnosticSeverity severity, string title, string message) =>
        RuleFactory.Create(id, "Restate.Migration", severity, title, message);
}
