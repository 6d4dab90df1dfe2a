using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Contracts;
using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Reminders;

namespace Restate.Actors.Internal.Operations;

/// <summary>The state of the invocation's key.</summary>
internal sealed class StateOperations(Invocation invocation) : IActorStates
{
    private readonly StateBuffer? _buffer = invocation.UnsavedState;

    public IActorState<T> Get<T>(string name, IPayloadSerializer? serializer = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new ActorState<T>(invocation, name, PayloadFormatOf<T>.With(serializer));
    }

    public ValueTask<IReadOnlyList<string>> GetNamesAsync()
    {
        EnterRead(invocation, "State.GetNamesAsync");
        if (_buffer is not null && _buffer.TryGetNames(out var all))
        {
            return new(Visible(all));
        }

        var read = invocation.Journal.State.GetKeys();
        if (read.Keys is { } names)
        {
            return new(Visible(names));
        }

        return new(AwaitNamesAsync(new StateKeysWait(read.Completion)));
    }

    public void ClearAll()
    {
        EnterWrite(invocation, "State.ClearAll");
        if (invocation.Settings.IsRemindable)
        {
            invocation.Context!.ReminderOperations.Forget();
        }

        if (_buffer is not null)
        {
            _buffer.ClearAll();
            return;
        }

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

    /// <summary>Reads the bytes of a value: what the handler has written and not saved, else what the journal says.</summary>
    public static StateRead Read(Invocation invocation, string name)
    {
        return invocation.UnsavedState is { } buffer && buffer.TryGet(name, out var value)
            ? new StateRead(IsKnown: true, value, CompletionId: 0)
            : invocation.Journal.State.Get(name);
    }

    private async Task<IReadOnlyList<string>> AwaitNamesAsync(StateKeysWait wait)
    {
        // Resumes on the turn scheduler of the handler.
        return Visible(await invocation.WaitAsync(wait).ConfigureAwait(true));
    }

    private IReadOnlyList<string> Visible(IReadOnlyList<string> names)
    {
        var merged = _buffer?.Merge(names) ?? names;
        return invocation.Settings.IsRemindable ? [.. merged.Where(name => name != ReminderOperations.StateName)] : merged;
    }
}
