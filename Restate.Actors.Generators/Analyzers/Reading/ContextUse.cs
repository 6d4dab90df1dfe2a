using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Restate.Actors.Generators.Parsing;

namespace Restate.Actors.Generators.Analyzers.Reading;

/// <summary>Recognizes the use of what belongs to one invocation and fails off its turn scheduler.</summary>
internal static class ContextUse
{
    private static readonly HashSet<string> Methods = new(StringComparer.Ordinal)
    {
        "Run", "RunCached", "Sleep", "CreateAwakeable", "Signal", "NewGuid", "Promise", "State",
    };

    private static readonly HashSet<string> Properties = new(StringComparer.Ordinal)
    {
        "Time", "Random", "States", "Actors", "Reminders",
    };

    private static readonly HashSet<string> Handles = new(StringComparer.Ordinal)
    {
        "IActorState", "IActorReminders", "IDurablePromise", "IPersistentState",
    };

    /// <summary>Gets the name of what is used, or <see langword="null"/> if the operation is harmless.</summary>
    public static string? Find(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property: { } property } when Properties.Contains(property.Name) && IsContext(property.ContainingType) => property.Name,
        IInvocationOperation { TargetMethod: { } method } when Methods.Contains(method.Name) && IsContext(method.ContainingType) => method.Name,

        // Operations on State(...) and Promise(...) themselves are found by those.
        IInvocationOperation { TargetMethod: { } method, Instance: { } instance } when IsHandle(method.ContainingType) && Find(instance.Unwrap()) is null => method.Display(),
        IInvocationOperation call when call.IsProxyCall() && IsOfThisInvocation(call.Instance!) => call.TargetMethod.Display(),
        IInvocationOperation { TargetMethod: { ContainingType.Name: "ActorCalls" } method } call
            when DurableOperations.IsInRestateActors(method.ContainingType) && call.Receiver() is { } receiver && IsOfThisInvocation(receiver) => method.Name,
        _ => null,
    };

    /// <summary>Whether a proxy was got from the actor's factory, where that stands outside of the place that uses it.</summary>
    private static bool IsOfThisInvocation(IOperation proxy) =>
        proxy.Unwrap() is ILocalReferenceOperation
        && proxy.Trace() is IInvocationOperation { TargetMethod.Name: "GetActor", Instance: IPropertyReferenceOperation { Property: { Name: "Actors" } actors } }
        && IsContext(actors.ContainingType);

    private static bool IsContext(ITypeSymbol type) =>
        DurableOperations.IsInRestateActors(type)
        && type.Name is "Actor" or "IActorContext" or "KeyedActor" or "VirtualObject" or "Workflow" or "DurableService"
        && RestateSymbols.IsRestateType(type, type.Name);

    private static bool IsHandle(ITypeSymbol type) => DurableOperations.IsInRestateActors(type) && Handles.Contains(type.Name);
}
