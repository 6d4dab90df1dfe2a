using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Restate.Actors.Generators.Analyzers.Reading;
using Restate.Actors.Generators.Analyzers.Scope;
using Restate.Actors.Generators.Diagnostics;

namespace Restate.Actors.Generators.Analyzers.Determinism;

/// <summary>RSTA2015: static fields and properties that change.</summary>
/// <remarks>Those of this project only: a read-only collection counts when the durable code changes it.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class MutableStaticAnalyzer() : DurableCodeAnalyzer(DeterminismRules.MutableStatic)
{
    private protected override void Register(DurableCodeContext context) =>
        context.OnOperation(Analyze, OperationKind.FieldReference, OperationKind.PropertyReference);

    private static void Analyze(OperationAnalysisContext context)
    {
        var member = ((IMemberReferenceOperation)context.Operation).Member;
        if (member.IsStatic && member.DeclaringSyntaxReferences.Length > 0 && IsMutable(context.Operation, member) && !context.Operation.IsInNameOf())
        {
            context.ReportDiagnostic(Diagnostic.Create(DeterminismRules.MutableStatic, context.Operation.Syntax.GetLocation(), member.Display()));
        }
    }

    private static bool IsMutable(IOperation reference, ISymbol member) => member switch
    {
        IFieldSymbol { IsConst: true } => false,
        IFieldSymbol { IsReadOnly: false } => true,
        IPropertySymbol { SetMethod: not null } property when IsAutomatic(property) => true,
        IFieldSymbol or IPropertySymbol { SetMethod: null } => Mutations.IsMutated(reference),
        _ => false,
    };

    private static bool IsAutomatic(IPropertySymbol property) =>
        property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));
}
