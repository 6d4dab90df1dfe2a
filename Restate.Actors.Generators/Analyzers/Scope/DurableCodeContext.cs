using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Restate.Actors.Generators.Analyzers.Scope;

/// <summary>Registers actions that are called for durable code only.</summary>
/// <remarks>Members that do not run on the turn scheduler cost one look-up per rule, and none of their operations is visited.</remarks>
internal sealed class DurableCodeContext(CompilationStartAnalysisContext context, DurableCode code)
{
    public DurableCode Code => code;

    public Compilation Compilation => context.Compilation;

    /// <summary>Gets the registrations for code that is not durable.</summary>
    public CompilationStartAnalysisContext Start => context;

    /// <summary>Calls an action for each operation that runs on the turn scheduler.</summary>
    public void OnOperation(Action<OperationAnalysisContext> action, params OperationKind[] kinds) =>
        OnAnyOperation(operation => ActIfDurable(operation, action), kinds);

    /// <summary>Calls an action for each operation of members that run on the turn scheduler, the inside of steps included.</summary>
    public void OnAnyOperation(Action<OperationAnalysisContext> action, params OperationKind[] kinds) => context.RegisterOperationBlockStartAction(block =>
    {
        if (IsDurable(block.OwningSymbol))
        {
            block.RegisterOperationAction(action, kinds);
        }
    });

    /// <summary>Calls an action for each method and accessor that runs on the turn scheduler.</summary>
    public void OnMember(Action<OperationBlockAnalysisContext> action) => context.RegisterOperationBlockAction(block =>
    {
        if (IsDurable(block.OwningSymbol))
        {
            action(block);
        }
    });

    private bool IsDurable(ISymbol member) => code.ClassOf(member.ContainingType) is { } type && type.Contains(CodeUnit.KeyOf(member));

    private void ActIfDurable(OperationAnalysisContext operation, Action<OperationAnalysisContext> action)
    {
        if (code.Contains(operation.Operation, operation.ContainingSymbol))
        {
            action(operation);
        }
    }
}
