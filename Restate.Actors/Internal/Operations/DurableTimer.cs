namespace Restate.Actors.Internal.Operations;

/// <summary>A timer on the durable clock. Each due time is a journaled sleep, which cannot be taken back: disposing only drops the callback.</summary>
internal sealed class DurableTimer(Invocation invocation, DurableTimeProvider time, TimerCallback callback, object? state) : ITimer
{
    private TimerWait? _wait;
    private TimeSpan _period;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        invocation.Enter("a durable timer");
        Drop();
        _period = period;
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, TimeSpan.Zero);
            Schedule(dueTime);
        }

        return true;
    }

    public void Dispose() => Drop();

    public ValueTask DisposeAsync()
    {
        Drop();
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs the callback. Called on the pump.</summary>
    public void Fire(TimerWait wait)
    {
        if (_wait != wait)
        {
            return;
        }

        _wait = null;
        if (_period != Timeout.InfiniteTimeSpan && _period > TimeSpan.Zero)
        {
            Schedule(_period);
        }

        callback(state);
    }

    private void Schedule(TimeSpan dueTime)
    {
        _wait = new TimerWait(time.StartSleep(dueTime, string.Empty), this);
        invocation.Waits.Add(_wait, isReleased: false);
    }

    private void Drop()
    {
        if (_wait is not null)
        {
            invocation.Waits.Remove(_wait);
            _wait = null;
        }
    }
}
