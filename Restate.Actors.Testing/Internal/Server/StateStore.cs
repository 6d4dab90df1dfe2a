namespace Restate.Actors.Testing.Internal.Server;

/// <summary>The state of all keys. Thread-safe.</summary>
internal sealed class StateStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ActorKey, SortedDictionary<string, ReadOnlyMemory<byte>>> _states = [];

    public ReadOnlyMemory<byte>? Get(ActorKey actor, string name)
    {
        lock (_lock)
        {
            return _states.TryGetValue(actor, out var state) && state.TryGetValue(name, out var value) ? (ReadOnlyMemory<byte>?)value : null;
        }
    }

    public IReadOnlyList<KeyValuePair<string, ReadOnlyMemory<byte>>> GetAll(ActorKey actor)
    {
        lock (_lock)
        {
            return _states.TryGetValue(actor, out var state) ? [.. state] : [];
        }
    }

    public void Set(ActorKey actor, string name, ReadOnlyMemory<byte> value)
    {
        lock (_lock)
        {
            if (!_states.TryGetValue(actor, out var state))
            {
                state = new SortedDictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
                _states.Add(actor, state);
            }

            state[name] = value;
        }
    }

    public void Clear(ActorKey actor, string name)
    {
        lock (_lock)
        {
            if (_states.TryGetValue(actor, out var state))
            {
                state.Remove(name);
            }
        }
    }

    public void ClearAll(ActorKey actor)
    {
        lock (_lock)
        {
            _states.Remove(actor);
        }
    }
}
