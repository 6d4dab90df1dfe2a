using Microsoft.CodeAnalysis;
using Restate.Actors.Migration.Diagnostics;

namespace Restate.Actors.Migration.Reading;

/// <summary>Something about a contract that its author has to know.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Location">Where.</param>
/// <param name="Arguments">What the message names.</param>
internal sealed record ForeignFinding(DiagnosticDescriptor Rule, Location Location, params object[] Arguments)
{
    /// <summary>Gets whether the contract cannot be converted before it is dealt with.</summary>
    public bool IsObstacle => Rule != MigrationRules.OtherMeaning;

    public Diagnostic ToDiagnostic() => Diagnostic.Create(Rule, Location, Arguments);
}
