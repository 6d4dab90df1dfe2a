using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Journal;

/// <summary>Reads and writes of the state of the invocation's key.</summary>
internal sealed class StateJournal(CommandLog commands)
{
    private readonly EagerState _state = new();

    public void Load(StartMessage start) => _state.Load(start);

    public StateRead Get(string key)
    {
        // A completion id is taken also when the value is known, since every attempt must count alike.
        commands.ThrowIfClosed();
        var completionId = commands.Ids.NextCompletion();
        if (commands.IsReplaying)
        {
            return Replay(key, completionId);
        }

        if (!_state.TryGet(key, out var value))
        {
            commands.Append(new GetLazyStateCommand(key, completionId));
            return new StateRead(IsKnown: false, Value: null, completionId);
        }

        commands.Append(new GetEagerStateCommand(key, value));
        return new StateRead(IsKnown: true, value, completionId);
    }

    public StateKeysRead GetKeys()
    {
        commands.ThrowIfClosed();
        var completionId = commands.Ids.NextCompletion();
        if (commands.IsReplaying && commands.NextRecordedType == MessageType.GetEagerStateKeysCommand)
        {
            commands.Append(new GetEagerStateKeysCommand([]), out var recorded);
            return new StateKeysRead(recorded.Keys, completionId);
        }

        if (commands.IsReplaying || !_state.TryGetKeys(out var keys))
        {
            commands.Append(new GetLazyStateKeysCommand(completionId));
            return new StateKeysRead(Keys: null, completionId);
        }

        commands.Append(new GetEagerStateKeysCommand(keys));
        return new StateKeysRead(keys, completionId);
    }

    public void Set(string key, ReadOnlyMemory<byte> value)
    {
        commands.Append(new SetStateCommand(key, value));
        _state.Set(key, value);
    }

    public void Clear(string key)
    {
        commands.Append(new ClearStateCommand(key));
        _state.Clear(key);
    }

    public void ClearAll()
    {
        commands.Append(default(ClearAllStateCommand));
        _state.ClearAll();
    }

    // The journal's answer counts, whether the earlier attempt had the value at hand or asked for it.
    private StateRead Replay(string key, uint completionId)
    {
        if (commands.NextRecordedType == MessageType.GetEagerStateCommand)
        {
            commands.Append(new GetEagerStateCommand(key, Value: null), out var recorded);
            return new StateRead(IsKnown: true, recorded.Value, completionId);
        }

        commands.Append(new GetLazyStateCommand(key, completionId));
        return new StateRead(IsKnown: false, Value: null, completionId);
    }
}
