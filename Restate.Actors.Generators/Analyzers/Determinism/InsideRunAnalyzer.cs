using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Restate.Actors.Generators.Analyzers.Reading;
using Restate.Actors.Generators.Analyzers.Scope;
using Restate.Actors.Generators.Diagnostics;

namespace Restate.Actors.Generators.Analyzers.Determinism;

/// <summary>RSTA2010: durable operations inside a step.</summary>
/// <remarks>It looks at what stands inside the lambda. Helpers that the lambda calls are left to the check at run time.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class InsideRunAnalyzer() : DurableCodeAnalyzer(DeterminismRules.InsideRun)
{
    private protected override void Register(DurableCodeContext context) =>
        context.OnAnyOperation(Analyze, OperationKind.Invocation, OperationKind.PropertyReference);

    private static void Analyze(OperationAnalysisContext context)
    {
        if (ContextUse.Find(context.Operation) is { } name && IsInsideStep(context.Operation) && !context.Operation.IsInNameOf())
        {
            context.ReportDiagnostic(Diagnostic.Create(DeterminismRules.InsideRun, context.Operation.Syntax.GetLocation(), name));
        }
    }

    private static bool IsInsideStep(IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IAnonymousFunctionOperation lambda && DelegateUses.Of(lambda).Kind == DelegateUseKind.Step)
            {
                return true;
            }
        }

        return false;
    }
}
