using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Restate.Actors.Generators.Analyzers.Scope;
using Restate.Actors.Generators.Diagnostics;

namespace Restate.Actors.Generators.Analyzers.Determinism;

/// <summary>RSTA2007: <c>async void</c> methods, local functions and lambdas.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class AsyncVoidAnalyzer() : DurableCodeAnalyzer(DeterminismRules.AsyncVoid)
{
    private protected override void Register(DurableCodeContext context)
    {
        context.OnMember(AnalyzeMember);
        context.OnOperation(AnalyzeFunction, OperationKind.LocalFunction);
        context.OnOperation(AnalyzeLambda, OperationKind.AnonymousFunction);
    }

    private static void AnalyzeMember(OperationBlockAnalysisContext context)
    {
        if (context.OwningSymbol is IMethodSymbol { IsAsync: true, ReturnsVoid: true } method)
        {
            context.ReportDiagnostic(Diagnostic.Create(DeterminismRules.AsyncVoid, method.Locations[0], method.Name));
        }
    }

    private static void AnalyzeFunction(OperationAnalysisContext context)
    {
        if (((ILocalFunctionOperation)context.Operation).Symbol is { IsAsync: true, ReturnsVoid: true } function)
        {
            context.ReportDiagnostic(Diagnostic.Create(DeterminismRules.AsyncVoid, function.Locations[0], function.Name));
        }
    }

    private static void AnalyzeLambda(OperationAnalysisContext context)
    {
        var lambda = (IAnonymousFunctionOperation)context.Operation;
        if (lambda.Symbol is { IsAsync: true, ReturnsVoid: true }
            && DelegateUses.Of(lambda).Kind is DelegateUseKind.InPlace or DelegateUseKind.Named)
        {
            context.ReportDiagnostic(Diagnostic.Create(DeterminismRules.AsyncVoid, lambda.Syntax.GetLocation(), "This lambda"));
        }
    }
}
