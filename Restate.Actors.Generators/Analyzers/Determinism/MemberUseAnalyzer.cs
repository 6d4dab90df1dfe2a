using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Restate.Actors.Generators.Analyzers.Reading;
using Restate.Actors.Generators.Analyzers.Scope;

namespace Restate.Actors.Generators.Analyzers.Determinism;

/// <summary>A rule that forbids members in durable code.</summary>
internal abstract class MemberUseAnalyzer : DurableCodeAnalyzer
{
    private readonly DiagnosticDescriptor _rule;
    private readonly (string Type, string[] Members)[] _members;

    private protected MemberUseAnalyzer(DiagnosticDescriptor rule, params (string Type, string[] Members)[] members)
        : base(rule)
    {
        _rule = rule;
        _members = members;
    }

    private protected sealed override void Register(DurableCodeContext context)
    {
        var members = new MemberSet(context.Compilation, _members);
        context.OnOperation(
            operation => Analyze(operation, members),
            OperationKind.Invocation,
            OperationKind.PropertyReference,
            OperationKind.ObjectCreation,
            OperationKind.MethodReference);
    }

    /// <summary>Whether the use of a forbidden member is allowed.</summary>
    private protected virtual bool IsAllowed(IOperation operation) => false;

    private void Analyze(OperationAnalysisContext context, MemberSet members)
    {
        ISymbol? member = context.Operation switch
        {
            IInvocationOperation call => call.TargetMethod.ReducedFrom ?? call.TargetMethod,
            IPropertyReferenceOperation property => property.Property,
            IObjectCreationOperation creation => creation.Constructor,
            IMethodReferenceOperation reference => reference.Method,
            _ => null,
        };
        if (members.Contains(member) && !context.Operation.IsInNameOf() && !IsAllowed(context.Operation))
        {
            context.ReportDiagnostic(Diagnostic.Create(_rule, context.Operation.Syntax.GetLocation(), member!.Display()));
        }
    }
}
