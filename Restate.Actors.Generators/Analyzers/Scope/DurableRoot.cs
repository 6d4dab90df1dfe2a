using Microsoft.CodeAnalysis;

namespace Restate.Actors.Generators.Analyzers.Scope;

/// <summary>A method that the runtime calls on the turn scheduler.</summary>
/// <param name="Method">The method.</param>
/// <param name="Kind">Why it is called there.</param>
internal sealed record DurableRoot(IMethodSymbol Method, DurableRootKind Kind)
{
    public bool IsHandler => Kind is DurableRootKind.Exclusive or DurableRootKind.Shared or DurableRootKind.Service or DurableRootKind.Reminder;
}
