using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Restate.Actors.Generators.Analyzers.Scope;

/// <summary>A rule for durable code.</summary>
internal abstract class DurableCodeAnalyzer : DiagnosticAnalyzer
{
    private protected DurableCodeAnalyzer(params DiagnosticDescriptor[] rules)
    {
        SupportedDiagnostics = [.. rules];
    }

    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    /// <summary>Registers what the rule looks at. Called once per compilation that references Restate.Actors.</summary>
    private protected abstract void Register(DurableCodeContext context);

    private void Start(CompilationStartAnalysisContext context)
    {
        if (DurableCode.Of(context.Compilation) is { } code)
        {
            Register(new DurableCodeContext(context, code));
        }
    }
}
