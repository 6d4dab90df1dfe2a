using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Restate.Actors.Generators.Analyzers.Scope;
using Restate.Actors.Generators.Diagnostics;

namespace Restate.Actors.Generators.Analyzers.Lifetime;

/// <summary>RSTA3001: fields of actors that should keep their value from one call to the next.</summary>
/// <remarks>A field that carries a value through one handler, or that <c>OnActivateAsync</c> loads, is fine.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class MutableFieldAnalyzer() : DurableCodeAnalyzer(LifetimeRules.MutableField)
{
    private protected override void Register(DurableCodeContext context) => context.Start.RegisterSymbolAction(symbol => Analyze(symbol, context.Code), SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context, DurableCode code)
    {
        if (code.ClassOf((INamedTypeSymbol)context.Symbol) is not { } type || !type.Roots.Any(root => root.IsHandler))
        {
            return;
        }

        var perRoot = type.Roots
            .Where(root => root.IsHandler || root.Kind == DurableRootKind.Activation)
            .Select(root => FieldUses.Read(root, type))
            .ToList();
        var loaded = new HashSet<ISymbol>(perRoot.Where(uses => uses.Root.Kind == DurableRootKind.Activation).SelectMany(uses => uses.Assigned), SymbolEqualityComparer.Default);
        var handlers = perRoot.FindAll(uses => uses.Root.IsHandler);
        var reported = new HashSet<ISymbol>(loaded, SymbolEqualityComparer.Default);
        foreach (var uses in handlers)
        {
            foreach (var field in uses.Changed.Where(field => ShouldKeep(field, uses, handlers) && reported.Add(field)))
            {
                context.ReportDiagnostic(Diagnostic.Create(LifetimeRules.MutableField, field.Locations[0], field.Name, uses.Root.Method.Name));
            }
        }
    }

    private static bool ShouldKeep(ISymbol field, FieldUses changing, List<FieldUses> handlers) =>
        (changing.Counted.Contains(field) && !changing.Assigned.Contains(field))
        || handlers.Exists(other => other != changing && other.Used.Contains(field) && !other.Assigned.Contains(field));
}
