using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Restate.Actors.Migration.Diagnostics;
using Restate.Actors.Migration.Reading;

namespace Restate.Actors.Migration;

/// <summary>Reports classes that were grains or Dapr actors: attributes without equivalent (RSTA6002), base classes that stayed (RSTA6004).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ForeignClassAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [MigrationRules.NoEquivalent, MigrationRules.BaseClass];

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
        if (type.TypeKind != TypeKind.Class)
        {
            return;
        }

        ReportAttributes(context, type);

        // A contract of both frameworks is served twice, by a grain and by a Restate actor.
        if (ForeignTypes.BaseClassOf(type) is { } parent
            && type.AllInterfaces.FirstOrDefault(face => ForeignTypes.IsRestateContract(face) && !face.AllInterfaces.Any(ForeignTypes.IsMarker)) is { } contract)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                MigrationRules.BaseClass,
                type.Locations[0],
                type.Name,
                contract.Name,
                parent.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
                Remedy(type, parent, contract)));
        }
    }

    private static void ReportAttributes(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        if (!type.AllInterfaces.Any(face => ForeignTypes.IsMarker(face) || ForeignTypes.IsRestateContract(face)))
        {
            return;
        }

        foreach (var symbol in type.GetMembers().Where(member => member is IMethodSymbol).Prepend(type))
        {
            foreach (var attribute in symbol.GetAttributes())
            {
                if (ForeignAttributes.Find(attribute.AttributeClass) is { Meaning: AttributeMeaning.None, Remark: { } remark })
                {
                    context.ReportDiagnostic(Diagnostic.Create(
                        MigrationRules.NoEquivalent,
                        AttributeFindings.LocationOf(attribute, symbol),
                        ForeignAttributes.NameOf(attribute.AttributeClass!),
                        symbol is IMethodSymbol ? $"{type.Name}.{symbol.Name}" : type.Name,
                        remark));
                }
            }
        }
    }

    private static string Remedy(INamedTypeSymbol type, INamedTypeSymbol parent, INamedTypeSymbol contract)
    {
        var target = RestateBaseClass.Of(contract);
        if (!SymbolEqualityComparer.Default.Equals(type.BaseType, parent))
        {
            return $"Change the class between them: derive it from {target}.";
        }

        return parent.IsGenericType
            ? $"Derive it from {target} and keep the state in an IPersistentState<T>, which has the same members."
            : $"Derive it from {target}.";
    }
}
