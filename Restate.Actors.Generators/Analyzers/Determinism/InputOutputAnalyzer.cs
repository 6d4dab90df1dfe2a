using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Restate.Actors.Generators.Analyzers.Reading;
using Restate.Actors.Generators.Analyzers.Scope;
using Restate.Actors.Generators.Diagnostics;

namespace Restate.Actors.Generators.Analyzers.Determinism;

/// <summary>RSTA2003: I/O outside a step.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class InputOutputAnalyzer() : DurableCodeAnalyzer(DeterminismRules.InputOutput)
{
    private protected override void Register(DurableCodeContext context)
    {
        var perTree = new ConcurrentDictionary<SyntaxTree, IoTypes>();
        context.OnOperation(operation => Analyze(operation, perTree), OperationKind.Invocation, OperationKind.ObjectCreation);
    }

    private static void Analyze(OperationAnalysisContext context, ConcurrentDictionary<SyntaxTree, IoTypes> perTree)
    {
        var tree = context.Operation.Syntax.SyntaxTree;
        if (!perTree.TryGetValue(tree, out var types))
        {
            types = IoTypes.Read(context.Compilation, context.Options.AnalyzerConfigOptionsProvider.GetOptions(tree));
            perTree.TryAdd(tree, types);
        }

        var (method, isIo) = context.Operation switch
        {
            IInvocationOperation call => (call.TargetMethod, types.DoesIo(call.TargetMethod.ReducedFrom ?? call.TargetMethod, call.Receiver()?.Trace().Type)),
            IObjectCreationOperation { Constructor: { } constructor } => (constructor, types.OpensFile(constructor)),
            _ => (null, false),
        };
        if (isIo)
        {
            context.ReportDiagnostic(Diagnostic.Create(DeterminismRules.InputOutput, context.Operation.Syntax.GetLocation(), method!.Display()));
        }
    }
}
