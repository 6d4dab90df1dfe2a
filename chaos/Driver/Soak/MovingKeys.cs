using System.Diagnostics;
using Restate.Actors.Chaos.Driver.Load;

namespace Restate.Actors.Chaos.Driver.Soak;

/// <summary>New keys each minute, so that no state grows without end and old keys are seen to leave the memory.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class MovingKeys
{
    private readonly Lock _lock = new();
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly List<WorkloadKeys> _all = [];

    /// <summary>Gets the keys of this minute.</summary>
    public WorkloadKeys Current
    {
        get
        {
            lock (_lock)
            {
                for (var minute = (int)Stopwatch.GetElapsedTime(_started).TotalMinutes; _all.Count <= minute;)
                {
                    _all.Add(WorkloadKeys.Create($"{_all.Count}."));
                }

                return _all[^1];
            }
        }
    }

    /// <summary>Gets all keys that were used.</summary>
    public IReadOnlyList<WorkloadKeys> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _all];
            }
        }
    }
}
