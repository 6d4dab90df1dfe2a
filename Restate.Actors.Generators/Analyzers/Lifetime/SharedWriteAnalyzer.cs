using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Restate.Actors.Generators.Analyzers.Reading;
using Restate.Actors.Generators.Analyzers.Scope;
using Restate.Actors.Generators.Diagnostics;

namespace Restate.Actors.Generators.Analyzers.Lifetime;

/// <summary>RSTA3003: writes of state in a shared handler.</summary>
/// <remarks>A helper counts when only shared handlers reach it; whether one of several callers may write is left to the check at run time.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SharedWriteAnalyzer() : DurableCodeAnalyzer(LifetimeRules.SharedWrite)
{
    private protected override void Register(DurableCodeContext context) =>
        context.OnOperation(operation => Analyze(operation, context.Code), OperationKind.Invocation);

    private static void Analyze(OperationAnalysisContext context, DurableCode code)
    {
        var call = (IInvocationOperation)context.Operation;
        if (IsWrite(call.TargetMethod)
            && code.ClassOf(context.ContainingSymbol.ContainingType) is { } type
            && FindShared(type.RootsOf(CodeUnit.KeyOf(call, context.ContainingSymbol)), context.ContainingSymbol) is { } shared)
        {
            context.ReportDiagnostic(Diagnostic.Create(LifetimeRules.SharedWrite, call.Syntax.GetLocation(), call.TargetMethod.Display(), shared.Method.Name));
        }
    }

    private static bool IsWrite(IMethodSymbol method) => DurableOperations.IsInRestateActors(method.ContainingType) && (method.ContainingType.Name, method.Name) switch
    {
        ("IActorState", "Set" or "Clear") => true,
        ("IActorStates", "ClearAll") => true,
        ("IPersistentState", "WriteStateAsync" or "ClearStateAsync") => true,
        _ => false,
    };

    private static DurableRoot? FindShared(IReadOnlyList<DurableRoot> roots, ISymbol member)
    {
        var own = roots.FirstOrDefault(root => SymbolEqualityComparer.Default.Equals(root.Method, member.OriginalDefinition));
        if (own is not null)
        {
            return own.Kind == DurableRootKind.Shared ? own : null;
        }

        return roots.Count > 0 && roots.All(root => root.Kind == DurableRootKind.Shared) ? roots[0] : null;
    }
}
