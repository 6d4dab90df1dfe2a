namespace Restate.Actors.Internal.Attempts;

/// <summary>The attempts that run in this process: looked after by one timer for all of them, and suspended together when the host stops.</summary>
internal sealed class RunningAttempts(TimeProvider clock, RestateActorsOptions options) : IDisposable
{
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestInterval = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly HashSet<Attempt> _attempts = [];
    private ITimer? _timer;
    private TaskCompletionSource? _empty;
    private bool _isStopping;

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _attempts.Count;
            }
        }
    }

    /// <summary>Gets whether as many attempts run as are allowed.</summary>
    public bool IsFull => Count >= options.MaxConcurrentAttempts;

    public bool IsStopping => Volatile.Read(ref _isStopping);

    public void Add(Attempt attempt)
    {
        bool isStopping;
        lock (_lock)
        {
            _attempts.Add(attempt);
            _timer ??= StartTimer();
            isStopping = _isStopping;
        }

        if (isStopping)
        {
            attempt.Suspend();
        }
    }

    public void Remove(Attempt attempt)
    {
        TaskCompletionSource? empty = null;
        lock (_lock)
        {
            _attempts.Remove(attempt);
            if (_attempts.Count == 0)
            {
                (empty, _empty) = (_empty, null);
            }
        }

        empty?.SetResult();
    }

    /// <summary>Waits for a moment in which nothing runs.</summary>
    public Task WhenEmptyAsync()
    {
        lock (_lock)
        {
            return _attempts.Count == 0 ? Task.CompletedTask : (_empty ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    /// <summary>Suspends all attempts at their next wait, also those that are yet to come.</summary>
    public void Suspend()
    {
        Attempt[] attempts;
        lock (_lock)
        {
            Volatile.Write(ref _isStopping, true);
            attempts = [.. _attempts];
        }

        foreach (var attempt in attempts)
        {
            attempt.Suspend();
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            StopTimer();
        }
    }

    private ITimer StartTimer()
    {
        var interval = TimeSpan.FromTicks(Math.Min(Half(options.LongTurnThreshold), Half(options.StreamEndTimeout)));
        interval = interval < ShortestInterval ? ShortestInterval : interval;
        return BackgroundTimer.Start(clock, static running => ((RunningAttempts)running!).LookAfterAll(), this, interval);
    }

    private static long Half(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? LongestInterval.Ticks : Math.Min(time.Ticks / 2, LongestInterval.Ticks);

    private void LookAfterAll()
    {
        Attempt[] attempts;
        lock (_lock)
        {
            if (_attempts.Count == 0)
            {
                StopTimer();
                _attempts.TrimExcess();
                return;
            }

            attempts = [.. _attempts.Where(attempt => attempt.NeedsAttention())];
        }

        foreach (var attempt in attempts)
        {
            attempt.Attend();
        }
    }

    private void StopTimer()
    {
        _timer?.Dispose();
        _timer = null;
    }
}
