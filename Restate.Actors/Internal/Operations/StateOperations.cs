using Restate.Actors.CompilerServices;

namespace Restate.Actors.Internal.Operations;

/// <summary>The state of the invocation's key.</summary>
internal sealed class StateOperations(Invocation invocation) : IActorStates
{
    public IActorState<T> Get<T>(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new ActorState<T>(invocation, name);
    }

    public ValueTask<IReadOnlyList<string>> GetNamesAsync()
    {
        EnterRead(invocation, "State.GetNamesAsync");
        var read = invocation.Journal.State.GetKeys();
        return read.Keys is { } names ? new(names) : new(invocation.WaitAsync(new StateKeysWait(read.Completion)));
    }

    public void ClearAll()
    {
        EnterWrite(invocation, "State.ClearAll");
        invocation.Journal.State.ClearAll();
    }

    // The server refuses what is checked here, but only by failing every attempt.
    public static void EnterRead(Invocation invocation, string operation)
    {
        invocation.Enter(operation);
        if (invocation.Settings.Contract.Kind == ActorKind.Service)
        {
            throw new InvalidOperationException($"{invocation.Name} is a basic service; it has no state. Make it a virtual object or a workflow.");
        }
    }

    public static void EnterWrite(Invocation invocation, string operation)
    {
        EnterRead(invocation, operation);
        if (invocation.Settings.Handler.Kind == HandlerKind.Shared)
        {
            throw new TerminalException(
                $"[RSTA3003] {invocation.Name} is a shared handler and used {operation}; it can only read. Make it [Exclusive] to write.");
        }
    }
}
