using Restate.Actors.Internal.Journal;

namespace Restate.Actors.Internal.Operations;

/// <summary>The writes of a handler that saves when it succeeds. A replay builds the same buffer, as it makes the same writes.</summary>
internal sealed class StateBuffer
{
    // A null value marks a name that the handler has cleared. Sorted, so that the order of the writes is that of their names.
    private readonly SortedDictionary<string, ReadOnlyMemory<byte>?> _values = new(StringComparer.Ordinal);
    private readonly List<Action> _afterSave = [];
    private bool _isAllCleared;

    public void Set(string name, ReadOnlyMemory<byte> value) => _values[name] = value;

    public void Clear(string name) => _values[name] = null;

    public void ClearAll()
    {
        _values.Clear();
        _isAllCleared = true;
    }

    /// <summary>Looks a name up.</summary>
    /// <returns><see langword="false"/> if the handler has not written it, so that the stored value counts.</returns>
    public bool TryGet(string name, out ReadOnlyMemory<byte>? value) => _values.TryGetValue(name, out value) || _isAllCleared;

    /// <summary>Lists the names without asking the journal, which is possible once all were cleared.</summary>
    public bool TryGetNames(out IReadOnlyList<string> names)
    {
        names = _isAllCleared ? Merge([]) : [];
        return _isAllCleared;
    }

    /// <summary>Applies the writes to the names that are stored.</summary>
    public IReadOnlyList<string> Merge(IReadOnlyList<string> stored)
    {
        return
        [
            .. stored.Where(name => !_values.ContainsKey(name))
                .Concat(_values.Where(entry => entry.Value is not null).Select(entry => entry.Key))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Adds something to be done once everything is written.</summary>
    public void AfterSave(Action action) => _afterSave.Add(action);

    /// <summary>Writes everything to the journal.</summary>
    public void Save(StateJournal state)
    {
        if (_isAllCleared)
        {
            state.ClearAll();
        }

        foreach (var (name, value) in _values)
        {
            if (value is { } bytes)
            {
                state.Set(name, bytes);
            }
            else if (!_isAllCleared)
            {
                state.Clear(name);
            }
        }

        _afterSave.ForEach(action => action());
    }
}
