using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Restate.Actors.Generators.Analyzers.Reading;
using Restate.Actors.Generators.Analyzers.Scope;
using Restate.Actors.Generators.Diagnostics;

namespace Restate.Actors.Generators.Analyzers.Determinism;

/// <summary>RSTA2012: durable operations for each element of a collection without order.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class HashOrderAnalyzer() : DurableCodeAnalyzer(DeterminismRules.HashOrder)
{
    private static readonly HashSet<string> Unordered = new(StringComparer.Ordinal)
    {
        "System.Collections.Generic.Dictionary`2",
        "System.Collections.Generic.Dictionary`2+KeyCollection",
        "System.Collections.Generic.Dictionary`2+ValueCollection",
        "System.Collections.Generic.IDictionary`2",
        "System.Collections.Generic.IReadOnlyDictionary`2",
        "System.Collections.Generic.HashSet`1",
        "System.Collections.Generic.ISet`1",
        "System.Collections.Generic.IReadOnlySet`1",
        "System.Collections.Concurrent.ConcurrentDictionary`2",
        "System.Collections.Concurrent.ConcurrentBag`1",
        "System.Collections.Immutable.ImmutableDictionary`2",
        "System.Collections.Immutable.ImmutableHashSet`1",
        "System.Collections.Frozen.FrozenDictionary`2",
        "System.Collections.Frozen.FrozenSet`1",
        "System.Collections.Hashtable",
    };

    private protected override void Register(DurableCodeContext context)
    {
        context.OnOperation(AnalyzeLoop, OperationKind.Loop);
        context.OnOperation(AnalyzeQuery, OperationKind.Invocation);
    }

    private static void AnalyzeLoop(OperationAnalysisContext context)
    {
        if (context.Operation is IForEachLoopOperation loop && IsUnordered(loop.Collection) && loop.Body.InnerOperations().Any(inner => inner.IsDurableOperation()))
        {
            Report(context, loop.Collection.Unwrap());
        }
    }

    private static void AnalyzeQuery(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.ContainingType.Is("System.Linq.Enumerable")
            && call.Arguments.Length > 1
            && call.Receiver() is { } source
            && IsUnordered(source)
            && call.Arguments.Any(argument => argument.Value.Unwrap() is IAnonymousFunctionOperation lambda && lambda.Body.Descendants().Any(inner => inner.IsDurableOperation())))
        {
            Report(context, source.Unwrap());
        }
    }

    private static bool IsUnordered(IOperation collection)
    {
        var value = collection.Unwrap();
        if (value is IPropertyReferenceOperation { Property.Name: "Keys" or "Values", Instance: { } owner })
        {
            value = owner.Unwrap();
        }

        return value.Type is { } type && Unordered.Contains(type.OriginalDefinition.MetadataName());
    }

    private static void Report(OperationAnalysisContext context, IOperation collection) =>
        context.ReportDiagnostic(Diagnostic.Create(DeterminismRules.HashOrder, collection.Syntax.GetLocation(), collection.Syntax.ToString()));
}
