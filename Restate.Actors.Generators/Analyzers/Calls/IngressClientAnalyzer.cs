using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Restate.Actors.Generators.Analyzers.Reading;
using Restate.Actors.Generators.Analyzers.Scope;
using Restate.Actors.Generators.Diagnostics;

namespace Restate.Actors.Generators.Analyzers.Calls;

/// <summary>RSTA4003: <c>IRestateClient</c> in a handler, outside of steps.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class IngressClientAnalyzer() : DurableCodeAnalyzer(CallRules.IngressClient)
{
    private protected override void Register(DurableCodeContext context) => context.OnOperation(Analyze, OperationKind.Invocation);

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.Instance?.Unwrap().Type is { } type && (type.Is("Restate.Actors.IRestateClient") || type.AllInterfaces.Any(candidate => candidate.Is("Restate.Actors.IRestateClient"))))
        {
            context.ReportDiagnostic(Diagnostic.Create(CallRules.IngressClient, call.Syntax.GetLocation(), $"IRestateClient.{call.TargetMethod.Name}"));
        }
    }
}
