using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Restate.Actors.Generators.Analyzers.Reading;
using Restate.Actors.Generators.Analyzers.Scope;
using Restate.Actors.Generators.Diagnostics;

namespace Restate.Actors.Generators.Analyzers.Determinism;

/// <summary>RSTA2008: delays and time-outs without <c>Time</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class DelayAnalyzer() : DurableCodeAnalyzer(DeterminismRules.Delay)
{
    private protected override void Register(DurableCodeContext context) =>
        context.OnOperation(Analyze, OperationKind.Invocation, OperationKind.ObjectCreation);

    private static void Analyze(OperationAnalysisContext context)
    {
        var method = context.Operation switch
        {
            IInvocationOperation call => call.TargetMethod,
            IObjectCreationOperation creation => creation.Constructor,
            _ => null,
        };
        if (method is not null && WaitsForTheMachine(method))
        {
            context.ReportDiagnostic(Diagnostic.Create(DeterminismRules.Delay, context.Operation.Syntax.GetLocation(), method.Display()));
        }
    }

    private static bool WaitsForTheMachine(IMethodSymbol method)
    {
        var takesTime = (method.ContainingType.Name, method.Name) switch
        {
            ("Task", "Delay") => true,
            ("Task", "WaitAsync") => method.Parameters.Any(parameter => parameter.Type.Is("System.TimeSpan")),
            ("CancellationTokenSource", ".ctor") => method.Parameters.Length == 1,
            ("PeriodicTimer", ".ctor") => true,
            _ => false,
        };
        return takesTime
            && method.ContainingNamespace.ToDisplayString().StartsWith("System.Threading", StringComparison.Ordinal)
            && !method.Parameters.Any(parameter => parameter.Type.Is("System.TimeProvider"));
    }
}
