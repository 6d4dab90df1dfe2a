namespace Restate.Actors.Testing.Internal.Time;

/// <summary>A timer of code under test on the virtual clock.</summary>
/// <remarks>A step, or a filter of an attempt, that has started such a timer counts as waiting while it is pending, or else it would hold the clock for ever.</remarks>
internal sealed class VirtualTimer(VirtualTime time, TimerCallback callback, object? state) : ITimer
{
    private readonly Lock _lock = new();
    private readonly ClockHold? _waiting = ClockHold.Current;
    private TimerEntry? _entry;
    private TimeSpan _period;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            Drop_NeedsLock();
            _period = period;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, TimeSpan.Zero);
                Schedule_NeedsLock(dueTime);
            }
        }

        return true;
    }

    public void Dispose()
    {
        lock (_lock)
        {
            Drop_NeedsLock();
        }
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Schedule_NeedsLock(TimeSpan dueTime)
    {
        _entry = time.Schedule(time.GetUtcNow() + dueTime, Fire, "timer of the code under test");
        _waiting?.BeginTimer();
        time.TimerAdded();
    }

    private void Drop_NeedsLock()
    {
        if (_entry is { } entry && time.Cancel(entry))
        {
            _waiting?.EndTimer();
        }

        _entry = null;
    }

    private void Fire()
    {
        lock (_lock)
        {
            _entry = null;
            if (_period > TimeSpan.Zero)
            {
                Schedule_NeedsLock(_period);
            }
        }

        // The code that waits goes on before the timer is said to be over, so that the clock cannot jump in between.
        callback(state);
        _waiting?.EndTimer();
    }
}
