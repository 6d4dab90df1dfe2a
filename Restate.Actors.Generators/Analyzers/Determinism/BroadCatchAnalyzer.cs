using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Restate.Actors.Generators.Analyzers.Reading;
using Restate.Actors.Generators.Analyzers.Scope;
using Restate.Actors.Generators.Diagnostics;

namespace Restate.Actors.Generators.Analyzers.Determinism;

/// <summary>RSTA2013: a catch of everything around durable awaits.</summary>
/// <remarks>A filter, a throw in the handler, or an earlier catch of cancellation shows that somebody has thought about it.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class BroadCatchAnalyzer() : DurableCodeAnalyzer(DeterminismRules.BroadCatch)
{
    private protected override void Register(DurableCodeContext context) => context.OnOperation(Analyze, OperationKind.Try);

    private static void Analyze(OperationAnalysisContext context)
    {
        var statement = (ITryOperation)context.Operation;
        foreach (var handler in statement.Catches)
        {
            if (IsCancellation(handler.ExceptionType))
            {
                return;
            }

            if (IsBroad(handler) && WaitsForDurable(statement.Body))
            {
                var keyword = ((CatchClauseSyntax)handler.Syntax).CatchKeyword.GetLocation();
                context.ReportDiagnostic(Diagnostic.Create(DeterminismRules.BroadCatch, keyword));
            }
        }
    }

    private static bool IsCancellation(ITypeSymbol? type) =>
        type.Is("System.OperationCanceledException") || type.Is("Restate.Actors.InvocationCancelledException");

    private static bool IsBroad(ICatchClauseOperation handler) =>
        handler.Filter is null
        && (handler.ExceptionType is null || handler.ExceptionType.SpecialType == SpecialType.System_Object || handler.ExceptionType.Is("System.Exception"))
        && !handler.Handler.InnerOperations().Any(operation => operation is IThrowOperation);

    private static bool WaitsForDurable(IOperation body) =>
        body.InnerOperations().Any(operation => operation is IAwaitOperation await && await.AwaitedTask().IsDurableTask() is true);
}
