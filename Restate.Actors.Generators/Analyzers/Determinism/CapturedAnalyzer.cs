using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Restate.Actors.Generators.Analyzers.Reading;
using Restate.Actors.Generators.Analyzers.Scope;
using Restate.Actors.Generators.Diagnostics;
using Restate.Actors.Generators.Parsing;

namespace Restate.Actors.Generators.Analyzers.Determinism;

/// <summary>RSTA2011: what belongs to an invocation is used on another thread, or kept in a static.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class CapturedAnalyzer() : DurableCodeAnalyzer(DeterminismRules.Captured)
{
    private protected override void Register(DurableCodeContext context)
    {
        context.OnAnyOperation(AnalyzeUse, OperationKind.Invocation, OperationKind.PropertyReference);
        context.OnOperation(AnalyzeAssignment, OperationKind.SimpleAssignment, OperationKind.CoalesceAssignment);
    }

    private static void AnalyzeUse(OperationAnalysisContext context)
    {
        if (ContextUse.Find(context.Operation) is { } name && FindThread(context.Operation) is { } by && !context.Operation.IsInNameOf())
        {
            Report(context, context.Operation, name, by);
        }
    }

    private static void AnalyzeAssignment(OperationAnalysisContext context)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        if (assignment.Target is IMemberReferenceOperation { Member: { IsStatic: true } member }
            && assignment.Value.Unwrap().Type is INamedTypeSymbol type
            && IsOfOneInvocation(type))
        {
            Report(context, assignment, assignment.Value.Syntax.ToString(), $"'{member.Display()}' keeps it for others");
        }
    }

    /// <summary>Tells on which other thread an operation runs; <see langword="null"/> if that is not known, or it is inside a step.</summary>
    private static string? FindThread(IOperation operation)
    {
        string? by = null;
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IAnonymousFunctionOperation lambda)
            {
                var use = DelegateUses.Of(lambda);
                if (use.Kind == DelegateUseKind.Step)
                {
                    return null;
                }

                if (use.Kind == DelegateUseKind.Elsewhere)
                {
                    by = use.By is { } method ? $"'{method.Display()}' uses it on another thread" : "an event handler uses it on another thread";
                }
            }
        }

        return by;
    }

    private static bool IsOfOneInvocation(INamedTypeSymbol type) =>
        RestateSymbols.IsContract(type)
        || RestateSymbols.IsRestateType(type, "IActorContext")
        || RestateSymbols.IsRestateType(type, "IActorState")
        || RestateSymbols.IsRestateType(type, "IDurablePromise");

    private static void Report(OperationAnalysisContext context, IOperation place, string name, string why) =>
        context.ReportDiagnostic(Diagnostic.Create(DeterminismRules.Captured, place.Syntax.GetLocation(), name, why));
}
