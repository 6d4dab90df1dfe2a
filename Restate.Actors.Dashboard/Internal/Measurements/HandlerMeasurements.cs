namespace Restate.Actors.Dashboard.Internal.Measurements;

/// <summary>Attempts of one handler: in all, and in the last minute.</summary>
/// <remarks>The last minute is kept in twelve slices of five seconds; the oldest is emptied when time comes round to it. Thread-safe.</remarks>
internal sealed class HandlerMeasurements(TimeProvider clock)
{
    private const int SliceCount = 12;
    private const int ResultCount = (int)AttemptResult.Aborted + 1;

    private static readonly TimeSpan SliceLength = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly Slice[] _slices = [.. Enumerable.Range(0, SliceCount).Select(static _ => new Slice())];
    private readonly long _started = clock.GetTimestamp();
    private long _total;

    public void AttemptsEnded(AttemptResult result, long count)
    {
        lock (_lock)
        {
            Current_NeedsLock().Results[(int)result] += count;
            _total += count;
        }
    }

    public void AttemptTook(double seconds)
    {
        lock (_lock)
        {
            Current_NeedsLock().Durations.Add(seconds);
        }
    }

    /// <summary>Gets what was measured.</summary>
    public HandlerRates Read()
    {
        var results = new long[ResultCount];
        var durations = new DurationHistogram();
        lock (_lock)
        {
            var now = Now();
            foreach (var slice in _slices.Where(slice => slice.Number > now - SliceCount))
            {
                durations.Add(slice.Durations);
                for (var i = 0; i < ResultCount; i++)
                {
                    results[i] += slice.Results[i];
                }
            }

            return new HandlerRates
            {
                Total = _total,
                Completed = results[(int)AttemptResult.Completed],
                Failed = results[(int)AttemptResult.Failed],
                Suspended = results[(int)AttemptResult.Suspended],
                Retried = results[(int)AttemptResult.Retried],
                Aborted = results[(int)AttemptResult.Aborted],
                MedianSeconds = durations.Quantile(0.5),
                SlowSeconds = durations.Quantile(0.95),
            };
        }
    }

    private long Now() => clock.GetElapsedTime(_started).Ticks / SliceLength.Ticks;

    private Slice Current_NeedsLock()
    {
        var now = Now();
        var slice = _slices[now % SliceCount];
        if (slice.Number != now)
        {
            slice.Number = now;
            slice.Durations.Clear();
            Array.Clear(slice.Results);
        }

        return slice;
    }

    private sealed class Slice
    {
        public long Number { get; set; } = long.MinValue;

        public long[] Results { get; } = new long[ResultCount];

        public DurationHistogram Durations { get; } = new();
    }
}
