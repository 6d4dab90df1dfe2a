using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Journal;

/// <summary>What this attempt knows of the state of its key: the start message's snapshot and the handler's own writes.</summary>
internal sealed class EagerState
{
    // A null value marks a key that this attempt has cleared.
    private Dictionary<string, ReadOnlyMemory<byte>?>? _values;
    private bool _isPartial;

    public void Load(StartMessage start)
    {
        _isPartial = start.PartialState;
        if (start.StateMap.Count == 0)
        {
            return;
        }

        _values = new Dictionary<string, ReadOnlyMemory<byte>?>(start.StateMap.Count, StringComparer.Ordinal);
        foreach (var (key, value) in start.StateMap)
        {
            _values[key] = value;
        }
    }

    /// <summary>Looks a key up.</summary>
    /// <returns><see langword="false"/> if only the server knows.</returns>
    public bool TryGet(string key, out ReadOnlyMemory<byte>? value)
    {
        value = null;
        return (_values?.TryGetValue(key, out value) ?? false) || !_isPartial;
    }

    /// <summary>Lists the keys that have a value, sorted.</summary>
    /// <returns><see langword="false"/> if only the server knows.</returns>
    public bool TryGetKeys(out IReadOnlyList<string> keys)
    {
        keys = [];
        if (_isPartial)
        {
            return false;
        }

        if (_values is not null)
        {
            keys = [.. _values.Where(entry => entry.Value is not null).Select(entry => entry.Key).Order(StringComparer.Ordinal)];
        }

        return true;
    }

    public void Set(string key, ReadOnlyMemory<byte> value) => Values()[key] = value;

    public void Clear(string key) => Values()[key] = null;

    public void ClearAll()
    {
        _values?.Clear();
        _isPartial = false;
    }

    private Dictionary<string, ReadOnlyMemory<byte>?> Values() => _values ??= new Dictionary<string, ReadOnlyMemory<byte>?>(StringComparer.Ordinal);
}
