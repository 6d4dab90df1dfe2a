using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Restate.Actors.Generators.Analyzers.Reading;
using Restate.Actors.Generators.Analyzers.Scope;
using Restate.Actors.Generators.Diagnostics;

namespace Restate.Actors.Generators.Analyzers.Lifetime;

/// <summary>RSTA3005: <c>Task.WhenAll</c> over a durable operation for each element of a sequence without a visible bound.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class FanOutAnalyzer() : DurableCodeAnalyzer(LifetimeRules.FanOut)
{
    private static readonly HashSet<string> Bounding = new(StringComparer.Ordinal) { "Take", "Chunk", "Range", "Repeat", "Empty", "GetValues", "GetNames" };

    private protected override void Register(DurableCodeContext context) => context.OnOperation(Analyze, OperationKind.Invocation);

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name == "WhenAll"
            && call.TargetMethod.ContainingType.IsAwaitable()
            && call.Arguments.Length == 1
            && FindSelect(call.Arguments[0].Value) is { } select
            && select.Receiver() is { } source
            && select.Arguments.Any(argument => argument.Value.Unwrap() is IAnonymousFunctionOperation lambda && lambda.Body.Descendants().Any(inner => inner.IsDurableOperation()))
            && !IsBounded(source))
        {
            context.ReportDiagnostic(Diagnostic.Create(LifetimeRules.FanOut, source.Syntax.GetLocation(), source.Syntax.ToString()));
        }
    }

    private static IInvocationOperation? FindSelect(IOperation tasks)
    {
        var value = tasks.Trace();
        while (value is IInvocationOperation { TargetMethod.Name: "ToList" or "ToArray" or "AsEnumerable" } copy && copy.Receiver() is { } receiver)
        {
            value = receiver.Trace();
        }

        return value is IInvocationOperation { TargetMethod: { Name: "Select", ContainingType: var type } } select && type.Is("System.Linq.Enumerable") ? select : null;
    }

    private static bool IsBounded(IOperation source) => source.Trace() switch
    {
        IArrayCreationOperation or ICollectionExpressionOperation or IObjectCreationOperation => true,
        IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } } => true,
        IInvocationOperation call => Bounding.Contains(call.TargetMethod.Name)
            ? call.TargetMethod.Name is not ("Range" or "Repeat" or "Take") || call.Arguments[call.Arguments.Length - 1].Value.ConstantValue.HasValue
            : call.TargetMethod.ContainingType.Is("System.Linq.Enumerable") && call.Receiver() is { } inner && IsBounded(inner),
        _ => false,
    };
}
