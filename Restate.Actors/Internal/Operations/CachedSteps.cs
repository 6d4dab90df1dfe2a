namespace Restate.Actors.Internal.Operations;

/// <summary>Results of steps of one key, kept between invocations. A handler sees them through its journal only.</summary>
internal sealed class CachedSteps
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Name, Type Type), (ReadOnlyMemory<byte> Bytes, long Since)> _results = [];

    public bool TryGet(string name, Type type, TimeSpan maxAge, TimeProvider clock, out ReadOnlyMemory<byte> bytes)
    {
        lock (_lock)
        {
            var isKnown = _results.TryGetValue((name, type), out var result) && clock.GetElapsedTime(result.Since) <= maxAge;
            bytes = isKnown ? result.Bytes : default;
            return isKnown;
        }
    }

    public void Set(string name, Type type, ReadOnlyMemory<byte> bytes, long since)
    {
        lock (_lock)
        {
            _results[(name, type)] = (bytes, since);
        }
    }
}
