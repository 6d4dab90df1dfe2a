using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Restate.Actors.Generators.Analyzers.Reading;
using Restate.Actors.Generators.Analyzers.Scope;
using Restate.Actors.Generators.Diagnostics;

namespace Restate.Actors.Generators.Analyzers.Lifetime;

/// <summary>RSTA3004: state that is changed in memory and not written.</summary>
/// <remarks>
/// The change and the write are looked for in one method. An object that is handed to another method may be written there and is not reported. Reported is the
/// last change; the property <see cref="WriteProperty"/> holds the statement that writes.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class NotWrittenAnalyzer() : DurableCodeAnalyzer(LifetimeRules.NotWritten)
{
    /// <summary>The property of the diagnostic that holds the statement to add.</summary>
    public const string WriteProperty = "Write";

    private protected override void Register(DurableCodeContext context) => context.OnMember(member => Analyze(member, context.Code));

    private static void Analyze(OperationBlockAnalysisContext context, DurableCode code)
    {
        foreach (var block in context.OperationBlocks)
        {
            var operations = block.DescendantsAndSelf()
                .Where(operation => operation is IPropertyReferenceOperation or IVariableDeclaratorOperation or ILocalReferenceOperation)
                .Where(operation => code.Contains(operation, context.OwningSymbol))
                .ToList();
            AnalyzeFacets(context, operations, code);
            AnalyzeObjects(context, operations);
        }
    }

    private static void AnalyzeFacets(OperationBlockAnalysisContext context, List<IOperation> operations, DurableCode code)
    {
        var changes = operations
            .OfType<IPropertyReferenceOperation>()
            .Where(state => IsFacet(state.Property.ContainingType) && state.Property.Name == "State" && (Mutations.IsTarget(state) || Mutations.IsMutated(state)))
            .GroupBy(state => state.Instance?.ReferencedSymbol(), SymbolEqualityComparer.Default);
        foreach (var group in changes)
        {
            if (group.Key is { } facet && !IsWrittenByARoot(context.OwningSymbol, facet, code))
            {
                var last = group.Last();
                Report(context, last, $"{last.Instance!.Syntax}.State", $"await {last.Instance.Syntax}.WriteStateAsync()");
            }
        }
    }

    /// <summary>Whether each root that reaches the member also reaches a write of the same facet.</summary>
    private static bool IsWrittenByARoot(ISymbol member, ISymbol facet, DurableCode code)
    {
        var type = code.ClassOf(member.ContainingType)!;
        return type.RootsOf(CodeUnit.KeyOf(member)).All(root => type.BodiesOf(root).SelectMany(body => body.InnerOperations()).Any(operation => IsWrite(operation, facet)));
    }

    private static bool IsWrite(IOperation operation, ISymbol facet) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "WriteStateAsync" or "ClearStateAsync" or "ReadStateAsync" } method, Instance: { } instance } =>
            IsFacet(method.ContainingType) && instance.RefersTo(facet),
        IArgumentOperation argument => argument.Value.RefersTo(facet),
        _ => false,
    };

    private static void AnalyzeObjects(OperationBlockAnalysisContext context, List<IOperation> operations)
    {
        foreach (var declarator in operations.OfType<IVariableDeclaratorOperation>())
        {
            if (declarator.Symbol.Type is { IsReferenceType: true, SpecialType: SpecialType.None } && StateRead(declarator) is { } read)
            {
                AnalyzeObject(context, operations, declarator.Symbol, read);
            }
        }
    }

    private static void AnalyzeObject(OperationBlockAnalysisContext context, List<IOperation> operations, ILocalSymbol value, IInvocationOperation read)
    {
        IOperation? last = null;
        foreach (var reference in operations.OfType<ILocalReferenceOperation>().Where(reference => SymbolEqualityComparer.Default.Equals(reference.Local, value)))
        {
            if (Mutations.IsMutated(reference))
            {
                last = reference;
            }
            else if (IsHandedOn(reference))
            {
                return;
            }
        }

        if (last is not null && read.Instance is { } state)
        {
            Report(context, last, value.Name, $"{state.Syntax}.Set({value.Name})");
        }
    }

    /// <summary>Whether somebody else gets the object and may write it: a call, another variable, a closure.</summary>
    private static bool IsHandedOn(ILocalReferenceOperation reference) => reference.OuterParent() switch
    {
        IArgumentOperation or IVariableInitializerOperation or IAssignmentOperation or IArrayInitializerOperation or ICollectionExpressionOperation or ITupleOperation => true,
        IWithOperation => true,
        IInvocationOperation { Instance: { } instance } call when instance.Unwrap() == reference => !Mutations.IsCollection(call.TargetMethod.ContainingType),
        _ => false,
    };

    private static IInvocationOperation? StateRead(IVariableDeclaratorOperation declarator)
    {
        var value = declarator.GetVariableInitializer()?.Value.Unwrap();
        if (value is ICoalesceOperation coalesce)
        {
            value = coalesce.Value.Unwrap();
        }

        return value is IAwaitOperation await
            && await.AwaitedTask() is IInvocationOperation { TargetMethod: { Name: "GetAsync", ContainingType: { Name: "IActorState" } type } } read
            && DurableOperations.IsInRestateActors(type)
            ? read
            : null;
    }

    private static bool IsFacet(ITypeSymbol type) => type.Name == "IPersistentState" && DurableOperations.IsInRestateActors(type);

    private static void Report(OperationBlockAnalysisContext context, IOperation change, string what, string write)
    {
        var statement = change.Syntax;
        context.ReportDiagnostic(Diagnostic.Create(
            LifetimeRules.NotWritten,
            statement.GetLocation(),
            System.Collections.Immutable.ImmutableDictionary<string, string?>.Empty.Add(WriteProperty, write),
            what,
            write.StartsWith("await ", StringComparison.Ordinal) ? write.Substring("await ".Length) : write));
    }
}
