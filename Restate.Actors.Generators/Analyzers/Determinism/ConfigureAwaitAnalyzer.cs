using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Restate.Actors.Generators.Analyzers.Reading;
using Restate.Actors.Generators.Analyzers.Scope;
using Restate.Actors.Generators.Diagnostics;

namespace Restate.Actors.Generators.Analyzers.Determinism;

/// <summary>RSTA2006: <c>ConfigureAwait(false)</c> on a task that is not durable.</summary>
/// <remarks>On a durable task it stays on the turn scheduler. A task of which the origin is not seen, such as a parameter, is given the benefit of the doubt.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ConfigureAwaitAnalyzer() : DurableCodeAnalyzer(DeterminismRules.ConfigureAwait)
{
    private const int ContinueOnCapturedContext = 1;
    private const int ForceYielding = 4;

    private protected override void Register(DurableCodeContext context) => context.OnOperation(Analyze, OperationKind.Invocation);

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call is { TargetMethod: { Name: "ConfigureAwait", ContainingType: { } type }, Instance: { } task, Arguments.Length: 1 }
            && type.IsAwaitable()
            && LeavesContext(call.Arguments[0].Value)
            && task.IsDurableTask() is false)
        {
            context.ReportDiagnostic(Diagnostic.Create(DeterminismRules.ConfigureAwait, NameLocation.Of(call), $"ConfigureAwait({call.Arguments[0].Syntax})"));
        }
    }

    private static bool LeavesContext(IOperation argument) => argument.ConstantValue switch
    {
        { HasValue: true, Value: bool value } => !value,
        { HasValue: true, Value: int value } => (value & (ContinueOnCapturedContext | ForceYielding)) == 0,
        _ => false,
    };
}
