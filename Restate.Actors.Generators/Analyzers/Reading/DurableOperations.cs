using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Restate.Actors.Generators.Parsing;

namespace Restate.Actors.Generators.Analyzers.Reading;

/// <summary>Recognizes the operations that write to the journal, and the tasks that they return.</summary>
internal static class DurableOperations
{
    private static readonly HashSet<string> ContextMethods = new(StringComparer.Ordinal)
    {
        "Run", "RunCached", "Sleep", "CreateAwakeable", "Signal",
    };

    private static readonly HashSet<string> ContextTypes = new(StringComparer.Ordinal)
    {
        "Actor", "IActorContext", "KeyedActor", "VirtualObject", "Workflow", "DurableService",
    };

    private static readonly HashSet<string> DurableTypes = new(StringComparer.Ordinal)
    {
        "IActorState", "IActorReminders", "IDurablePromise", "IPersistentState", "InvocationHandle", "UntypedActor",
    };

    /// <summary>Whether an operation writes a command to the journal when it runs in a handler.</summary>
    public static bool IsDurableOperation(this IOperation operation)
    {
        if (operation is not IInvocationOperation { TargetMethod: { } method } call)
        {
            return false;
        }

        var type = method.ContainingType;
        if (IsInRestateActors(type))
        {
            return DurableTypes.Contains(type.Name)
                || (ContextTypes.Contains(type.Name) && ContextMethods.Contains(method.Name))
                || type.Name == "ActorCalls"
                || (type.Name == "IActorStates" && method.Name != "Get")
                || (type.Name is "IActorFactory" && method.ReturnType.IsAwaitable());
        }

        return IsProxyCall(call);
    }

    /// <summary>Whether a call goes to a method of a contract: through a proxy, not to a method of a class.</summary>
    public static bool IsProxyCall(this IInvocationOperation call) =>
        call is { Instance.Type: INamedTypeSymbol { TypeKind: TypeKind.Interface } receiver }
        && call.TargetMethod.ReturnType.IsAwaitable()
        && RestateSymbols.IsContract(receiver);

    /// <summary>Whether a task is durable.</summary>
    /// <returns><see langword="null"/> if that cannot be seen.</returns>
    public static bool? IsDurableTask(this IOperation task) => task.Trace() switch
    {
        IInvocationOperation call => IsDurableTask(call),
        IPropertyReferenceOperation { Property: { Name: "Task" } property } => RestateSymbols.IsRestateType(property.ContainingType, "Awakeable"),
        IAwaitOperation or IObjectCreationOperation or IDefaultValueOperation or ILiteralOperation => null,
        _ => null,
    };

    /// <summary>Gets the task that an await waits for, without <c>ConfigureAwait</c>.</summary>
    public static IOperation AwaitedTask(this IAwaitOperation await) =>
        await.Operation.Unwrap() is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task } ? task.Unwrap() : await.Operation.Unwrap();

    public static bool IsInRestateActors(ITypeSymbol? type) =>
        type is { ContainingType: null, ContainingNamespace: { Name: "Actors", ContainingNamespace: { Name: "Restate", ContainingNamespace.IsGlobalNamespace: true } } };

    private static bool? IsDurableTask(IInvocationOperation call)
    {
        if (call.IsDurableOperation())
        {
            return true;
        }

        var method = call.TargetMethod;
        if (method.ContainingType.IsAwaitable())
        {
            switch (method.Name)
            {
                case "WhenAll" or "WhenAny":
                    return All(call.Arguments.SelectMany(argument => argument.Value.Elements()).Select(IsDurableTask));
                case "Delay" or "WaitAsync" when method.Parameters.Any(parameter => parameter.Type.Is("System.TimeProvider")):
                    return true;
                case "AsTask" or "Preserve" when call.Instance is { } instance:
                    return instance.IsDurableTask();
                case "WaitAsync" or "Unwrap" or "ContinueWith" or "FromResult" or "FromException" or "FromCanceled":
                    return null;
            }
        }

        return method.ReturnType.IsAwaitable() ? false : null;
    }

    private static bool? All(IEnumerable<bool?> answers)
    {
        var result = (bool?)true;
        foreach (var answer in answers)
        {
            if (answer is false)
            {
                return false;
            }

            result = answer is null ? null : result;
        }

        return result;
    }
}
