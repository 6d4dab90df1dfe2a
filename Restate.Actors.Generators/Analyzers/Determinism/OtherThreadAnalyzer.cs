using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Restate.Actors.Generators.Analyzers.Reading;
using Restate.Actors.Generators.Diagnostics;

namespace Restate.Actors.Generators.Analyzers.Determinism;

/// <summary>RSTA2004: work on other threads.</summary>
/// <remarks><c>Parallel.ForEachAsync</c> on the current task scheduler stays on the turn scheduler.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class OtherThreadAnalyzer() : MemberUseAnalyzer(
    DeterminismRules.OtherThread,
    ("System.Threading.Tasks.Task", ["Run"]),
    ("System.Threading.Thread", [MemberSet.Constructor]),
    ("System.Threading.ThreadPool", ["QueueUserWorkItem", "UnsafeQueueUserWorkItem", "RegisterWaitForSingleObject", "UnsafeRegisterWaitForSingleObject"]),
    ("System.Threading.Timer", [MemberSet.Constructor]),
    ("System.Timers.Timer", [MemberSet.Constructor]),
    ("System.Threading.Tasks.Parallel", ["For", "ForAsync", "ForEach", "ForEachAsync", "Invoke"]),
    ("System.Linq.ParallelEnumerable", ["AsParallel", "Range", "Repeat"]))
{
    private protected override bool IsAllowed(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod.Name: "ForEachAsync" or "ForAsync" } call
        && call.ArgumentOf("parallelOptions")?.Trace() is IObjectCreationOperation { Initializer: { } initializer }
        && initializer.Initializers.OfType<ISimpleAssignmentOperation>().Any(IsCurrentScheduler);

    private static bool IsCurrentScheduler(ISimpleAssignmentOperation assignment) =>
        assignment.Target is IPropertyReferenceOperation { Property.Name: "TaskScheduler" }
        && assignment.Value.Unwrap() is IPropertyReferenceOperation { Property: { Name: "Current", ContainingType.Name: "TaskScheduler" } };
}
