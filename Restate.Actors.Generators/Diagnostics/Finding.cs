using Microsoft.CodeAnalysis;

namespace Restate.Actors.Generators.Diagnostics;

/// <summary>A broken rule, found while parsing. The generator only counts it; the analyzer reports it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Location">Where.</param>
/// <param name="IsReportedElsewhere">Whether the same place is also parsed as part of its own contract, which reports it.</param>
/// <param name="Arguments">What the message names.</param>
internal sealed record Finding(DiagnosticDescriptor Rule, Location Location, bool IsReportedElsewhere, params object[] Arguments)
{
    public Diagnostic ToDiagnostic() => Diagnostic.Create(Rule, Location, Arguments);
}
