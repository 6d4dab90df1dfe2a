using Microsoft.CodeAnalysis;
using Restate.Actors.Migration.Diagnostics;

namespace Restate.Actors.Migration.Reading;

/// <summary>Turns attributes into findings.</summary>
internal static class AttributeFindings
{
    /// <summary>Adds what is to be known about an attribute.</summary>
    /// <param name="findings">Where to.</param>
    /// <param name="attribute">The attribute.</param>
    /// <param name="known">What becomes of it.</param>
    /// <param name="symbol">What it is on.</param>
    /// <param name="place">The name of that, for messages.</param>
    public static void Add(List<ForeignFinding> findings, AttributeData attribute, ForeignAttribute known, ISymbol symbol, string place)
    {
        if (known.Remark is not null)
        {
            var rule = known.Meaning == AttributeMeaning.None ? MigrationRules.NoEquivalent : MigrationRules.OtherMeaning;
            findings.Add(new ForeignFinding(rule, LocationOf(attribute, symbol), ForeignAttributes.NameOf(attribute.AttributeClass!), place, known.Remark));
        }
    }

    public static Location LocationOf(AttributeData attribute, ISymbol symbol) =>
        attribute.ApplicationSyntaxReference is { } reference ? Location.Create(reference.SyntaxTree, reference.Span) : symbol.Locations[0];
}
