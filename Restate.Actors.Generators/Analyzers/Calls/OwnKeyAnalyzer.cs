using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Restate.Actors.Generators.Analyzers.Reading;
using Restate.Actors.Generators.Analyzers.Scope;
using Restate.Actors.Generators.Diagnostics;
using Restate.Actors.Generators.Parsing;

namespace Restate.Actors.Generators.Analyzers.Calls;

/// <summary>RSTA4002: an exclusive handler that calls an exclusive handler of its own key.</summary>
/// <remarks>The key must be named as such: <c>Key</c>, <c>WorkflowId</c>, or a variable that was set to it.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class OwnKeyAnalyzer() : DurableCodeAnalyzer(CallRules.OwnKey)
{
    private protected override void Register(DurableCodeContext context) =>
        context.OnOperation(operation => Analyze(operation, context.Code), OperationKind.Invocation);

    private static void Analyze(OperationAnalysisContext context, DurableCode code)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.Instance is { } proxy
            && call.IsProxyCall()
            && IsExclusive(call.TargetMethod, (INamedTypeSymbol)proxy.Type!)
            && code.ClassOf(context.ContainingSymbol.ContainingType) is { } type
            && IsOwnKey(proxy, type.Type)
            && type.RootsOf(CodeUnit.KeyOf(call, context.ContainingSymbol)).Any(root => root.Kind == DurableRootKind.Exclusive))
        {
            context.ReportDiagnostic(Diagnostic.Create(CallRules.OwnKey, call.Syntax.GetLocation(), call.TargetMethod.Display()));
        }
    }

    private static bool IsOwnKey(IOperation proxy, INamedTypeSymbol type) =>
        proxy.Trace() is IInvocationOperation { TargetMethod: { Name: "GetActor", ContainingType.Name: "IActorFactory", TypeArguments.Length: > 0 } get } factory
        && type.AllInterfaces.Contains(get.TypeArguments[0], SymbolEqualityComparer.Default)
        && factory.Arguments.Length == 1
        && factory.Arguments[0].Value.Trace() is IPropertyReferenceOperation { Property: { Name: "Key" or "WorkflowId" } key }
        && DurableOperations.IsInRestateActors(key.ContainingType);

    private static bool IsExclusive(IMethodSymbol method, INamedTypeSymbol contract) =>
        contract.AllInterfaces.Any(marker => RestateSymbols.IsRestateType(marker, "IWorkflow"))
            ? RestateSymbols.FindAttribute(method, "WorkflowRunAttribute") is not null
            : RestateSymbols.FindAttribute(method, "SharedAttribute") is null;
}
