using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Restate.Actors.Generators.Analyzers.Reading;
using Restate.Actors.Generators.Analyzers.Scope;
using Restate.Actors.Generators.Diagnostics;

namespace Restate.Actors.Generators.Analyzers.Determinism;

/// <summary>RSTA2014: durable tasks that nobody awaits.</summary>
/// <remarks>
/// A discard says that this is meant, except for a step, which may then never run. <c>Send</c> is journaled at once and may be left alone.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class NotAwaitedAnalyzer() : DurableCodeAnalyzer(DeterminismRules.NotAwaited)
{
    private protected override void Register(DurableCodeContext context) => context.OnOperation(Analyze, OperationKind.Invocation);

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name != "Send" && call.TargetMethod.ReturnType.IsAwaitable() && call.IsDurableOperation() && !IsInsideSendLambda(call) && IsLost(call))
        {
            context.ReportDiagnostic(Diagnostic.Create(DeterminismRules.NotAwaited, call.Syntax.GetLocation(), call.TargetMethod.Display()));
        }
    }

    private static bool IsLost(IInvocationOperation call) => call.OuterParent() switch
    {
        IExpressionStatementOperation statement => !IsExpressionBody(statement),
        ISimpleAssignmentOperation { Target: IDiscardOperation } => call.TargetMethod.Name is "Run" or "RunCached",
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { } local } } => !call.Root().Descendants().Any(operation => operation is ILocalReferenceOperation && operation.RefersTo(local)),
        _ => false,
    };

    /// <summary>The body of a lambda that returns nothing, such as <c>ForEach(x => proxy.Call(x))</c>, is lost as well; that of a step or a recorded call is not.</summary>
    private static bool IsExpressionBody(IExpressionStatementOperation statement) =>
        statement.EnclosingFunction() is IAnonymousFunctionOperation { Symbol.ReturnsVoid: true } lambda && DelegateUses.Of(lambda).Kind != DelegateUseKind.InPlace;

    private static bool IsInsideSendLambda(IOperation operation) =>
        operation.EnclosingFunction() is IAnonymousFunctionOperation lambda
        && lambda.OuterParent() is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType: { Name: "ActorCalls" or "ActorInvocations" } type } }
        && DurableOperations.IsInRestateActors(type);
}
