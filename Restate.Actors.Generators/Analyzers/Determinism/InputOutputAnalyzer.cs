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
        var trees = new IoTypesOfTrees(context.Compilation, context.Start.Options.AnalyzerConfigOptionsProvider);
        context.OnOperation(operation => Analyze(operation, trees.Of(operation.Operation.Syntax.SyntaxTree)), OperationKind.Invocation, OperationKind.ObjectCreation);
    }

    private static void Analyze(OperationAnalysisContext context, IoTypes types)
    {
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
