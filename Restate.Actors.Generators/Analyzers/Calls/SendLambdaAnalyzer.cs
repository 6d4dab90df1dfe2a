using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Restate.Actors.Generators.Analyzers.Reading;
using Restate.Actors.Generators.Analyzers.Scope;
using Restate.Actors.Generators.Diagnostics;

namespace Restate.Actors.Generators.Analyzers.Calls;

/// <summary>RSTA4001: lambdas of <c>Send</c>, <c>Call</c> and <c>GetInvocation</c> that do not make exactly one call.</summary>
/// <remarks>In all code, not only in handlers. With branches or loops in the lambda only a missing call is reported.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SendLambdaAnalyzer() : DurableCodeAnalyzer(CallRules.SendLambda)
{
    private protected override void Register(DurableCodeContext context) => context.Start.RegisterOperationAction(Analyze, OperationKind.Invocation);

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.ContainingType is not { Name: "ActorCalls" or "ActorInvocations" } type || !DurableOperations.IsInRestateActors(type))
        {
            return;
        }

        if (call.Receiver()?.Unwrap() is IInstanceReferenceOperation self)
        {
            Report(context, self, call, "is run on the object itself, which is no proxy");
        }
        else if (call.ArgumentOf("call")?.Unwrap() is IAnonymousFunctionOperation lambda && Problem(lambda) is { } problem)
        {
            Report(context, lambda, call, problem);
        }
    }

    private static string? Problem(IAnonymousFunctionOperation lambda)
    {
        var target = lambda.Symbol.Parameters[0];
        var calls = lambda.Body.InnerOperations()
            .OfType<IInvocationOperation>()
            .Where(call => call.Receiver() is { } receiver && receiver.RefersTo(target))
            .ToList();
        if (calls.Exists(call => call.TargetMethod.IsExtensionMethod && DurableOperations.IsInRestateActors(call.TargetMethod.ContainingType)))
        {
            return "sends or calls by itself";
        }

        if (calls.Count == 0)
        {
            // Who hands the parameter to a helper may make the call there.
            return lambda.Body.InnerOperations().Any(operation => operation is IArgumentOperation && ((IArgumentOperation)operation).Value.RefersTo(target))
                ? null
                : "makes no call on its parameter";
        }

        return calls.Count > 1 && !HasBranches(lambda) ? $"makes {calls.Count} calls" : null;
    }

    private static bool HasBranches(IAnonymousFunctionOperation lambda) => lambda.Body.InnerOperations().Any(operation =>
        operation is IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation or ILoopOperation or ICoalesceOperation or ITryOperation or IConditionalAccessOperation);

    private static void Report(OperationAnalysisContext context, IOperation place, IInvocationOperation call, string problem) =>
        context.ReportDiagnostic(Diagnostic.Create(CallRules.SendLambda, place.Syntax.GetLocation(), call.TargetMethod.Name, problem));
}
