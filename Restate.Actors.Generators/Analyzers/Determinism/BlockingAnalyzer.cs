using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Restate.Actors.Generators.Analyzers.Reading;
using Restate.Actors.Generators.Analyzers.Scope;
using Restate.Actors.Generators.Diagnostics;

namespace Restate.Actors.Generators.Analyzers.Determinism;

/// <summary>RSTA2005: waits that block the thread.</summary>
/// <remarks>The result of a task that was awaited before, or of which the code has asked whether it is completed, is there and may be taken.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class BlockingAnalyzer() : DurableCodeAnalyzer(DeterminismRules.Blocking)
{
    private protected override void Register(DurableCodeContext context)
    {
        var members = new MemberSet(
            context.Compilation,
            ("System.Threading.Thread", ["Sleep", "Join", "SpinWait"]),
            ("System.Threading.SpinWait", ["SpinUntil"]),
            ("System.Threading.Tasks.Task", ["Wait", "WaitAll", "WaitAny"]),
            ("System.Threading.WaitHandle", ["WaitOne", "WaitAll", "WaitAny", "SignalAndWait"]),
            ("System.Threading.ManualResetEventSlim", ["Wait"]),
            ("System.Threading.CountdownEvent", ["Wait"]),
            ("System.Threading.Barrier", ["SignalAndWait"]),
            ("System.Threading.Monitor", ["Wait"]),
            ("System.Threading.SemaphoreSlim", ["Wait"]),
            ("System.Collections.Concurrent.BlockingCollection`1", ["Take", "Add", "GetConsumingEnumerable"]));

        context.OnOperation(operation => AnalyzeCall(operation, members), OperationKind.Invocation);
        context.OnOperation(AnalyzeResult, OperationKind.PropertyReference);
    }

    private static void AnalyzeCall(OperationAnalysisContext context, MemberSet members)
    {
        var call = (IInvocationOperation)context.Operation;
        if (members.Contains(call.TargetMethod))
        {
            if (call.TargetMethod.Name != "Wait" || call.Instance is not { Type: { } type } || !type.IsAwaitable() || !IsCompleted(call.Instance))
            {
                Report(context, call.TargetMethod);
            }
        }
        else if (call is { TargetMethod: { Name: "GetResult", ContainingType: { ContainingNamespace: { Name: "CompilerServices" } awaiter } }, Instance: { } instance }
            && awaiter is not null
            && instance.Unwrap() is IInvocationOperation { TargetMethod.Name: "GetAwaiter", Instance: { Type: { } task } waiting }
            && task.IsAwaitable()
            && !IsCompleted(waiting))
        {
            Report(context, call.TargetMethod);
        }
    }

    private static void AnalyzeResult(OperationAnalysisContext context)
    {
        var property = (IPropertyReferenceOperation)context.Operation;
        if (property is { Property: { Name: "Result", ContainingType: { } type }, Instance: { } task } && type.IsAwaitable() && !property.IsInNameOf() && !IsCompleted(task))
        {
            Report(context, property.Property);
        }
    }

    private static void Report(OperationAnalysisContext context, ISymbol member) =>
        context.ReportDiagnostic(Diagnostic.Create(DeterminismRules.Blocking, context.Operation.Syntax.GetLocation(), member.Display()));

    private static bool IsCompleted(IOperation task)
    {
        var value = task.Unwrap();
        if (value is IInvocationOperation call)
        {
            return call.TargetMethod.Name is "FromResult" && call.TargetMethod.ContainingType.IsAwaitable();
        }

        if (value.ReferencedSymbol() is not { } symbol)
        {
            return value is IAwaitOperation;
        }

        // Tasks of a list are held by another variable than the list, so any await of several tasks counts for them.
        var isElement = symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } } || IsLoopVariable(symbol);
        foreach (var operation in value.Root().Descendants())
        {
            switch (operation)
            {
                case IAwaitOperation await when await.Syntax.SpanStart < task.Syntax.SpanStart
                    && await.Operation.DescendantsAndSelf().Any(inner => inner.RefersTo(symbol) || (isElement && inner is IInvocationOperation { TargetMethod.Name: "WhenAll" or "WhenAny" or "WhenAllSettled" or "WhenAllSucceeded" })):
                case IPropertyReferenceOperation { Property.Name: "IsCompleted" or "IsCompletedSuccessfully" or "Status", Instance: { } asked } when asked.RefersTo(symbol):
                case IVariableDeclaratorOperation declarator when SymbolEqualityComparer.Default.Equals(declarator.Symbol, symbol)
                    && declarator.GetVariableInitializer()?.Value.Unwrap() is IAwaitOperation:
                    return true;
            }
        }

        return false;
    }

    private static bool IsLoopVariable(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.ForEachStatementSyntax;
}
