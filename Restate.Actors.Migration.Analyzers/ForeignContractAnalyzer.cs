using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Restate.Actors.Migration.Diagnostics;
using Restate.Actors.Migration.Reading;

namespace Restate.Actors.Migration;

/// <summary>Reports what contracts of Orleans and Dapr become on Restate, and what stands in the way: RSTA6001, 6002, 6003, 6005.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ForeignContractAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [MigrationRules.Recognized, MigrationRules.NoEquivalent, MigrationRules.OtherMeaning, MigrationRules.Member];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(AnalyzeType, SymbolKind.NamedType);
    }

    private static void AnalyzeType(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Interface)
        {
            return;
        }

        if (ForeignContractReader.Read(type) is { } contract)
        {
            Report(context, contract);
        }
        else if (ForeignTypes.IsRestateContract(type) && !type.AllInterfaces.Any(ForeignTypes.IsMarker))
        {
            ReportLeftOver(context, type);
        }
    }

    private static void Report(SymbolAnalysisContext context, ForeignContract contract)
    {
        context.ReportDiagnostic(Diagnostic.Create(
            MigrationRules.Recognized, contract.Type.Locations[0], contract.Type.Name, contract.Description, contract.Outcome));
        foreach (var finding in contract.Findings)
        {
            context.ReportDiagnostic(finding.ToDiagnostic());
        }
    }

    /// <summary>Reports attributes that looked after something before the contract was moved and are not read any more.</summary>
    private static void ReportLeftOver(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        foreach (var symbol in type.GetMembers().Where(member => member is IMethodSymbol).Prepend(type))
        {
            foreach (var attribute in symbol.GetAttributes())
            {
                if (ForeignAttributes.Find(attribute.AttributeClass) is not { } known)
                {
                    continue;
                }

                var remedy = known.Meaning switch
                {
                    AttributeMeaning.Shared => "Say [Shared].",
                    AttributeMeaning.Name => symbol is IMethodSymbol ? "Say [Handler(\"name\")]." : "Say [Actor(\"name\")].",
                    _ => "Remove it.",
                };
                var place = symbol is IMethodSymbol ? $"{type.Name}.{symbol.Name}" : type.Name;
                context.ReportDiagnostic(Diagnostic.Create(
                    MigrationRules.NoEquivalent,
                    AttributeFindings.LocationOf(attribute, symbol),
                    ForeignAttributes.NameOf(attribute.AttributeClass!),
                    place,
                    $"has no effect: '{type.Name}' is a Restate contract. {remedy}"));
            }
        }
    }
}
