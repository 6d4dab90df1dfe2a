namespace Restate.Actors.Testing.Internal.Time;

/// <summary>The clock of a test host: it stands still until it is moved, and jumps from one timer to the next.</summary>
/// <remarks>Thread-safe. Callbacks of timers are run by whoever moves the clock.</remarks>
internal sealed class VirtualTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly SortedSet<TimerEntry> _timers = new(Comparer<TimerEntry>.Create(static (left, right) =>
        left.Due != right.Due ? left.Due.CompareTo(right.Due) : left.Sequence.CompareTo(right.Sequence)));

    private DateTimeOffset _now = start;
    private long _lastSequence;

    /// <summary>Gets or sets what is told that code under test has added a timer.</summary>
    public Action TimerAdded { get; set; } = static () => { };

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>Gets when the next timer is due.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_lock)
            {
                return _timers.Min?.Due;
            }
        }
    }

    public IReadOnlyList<TimerEntry> Pending
    {
        get
        {
            lock (_lock)
            {
                return [.. _timers];
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public TimerEntry Schedule(DateTimeOffset due, Action fire, string purpose, string? invocationId = null)
    {
        lock (_lock)
        {
            var entry = new TimerEntry(due, ++_lastSequence, fire, purpose, invocationId);
            _timers.Add(entry);
            return entry;
        }
    }

    /// <summary>Takes a timer back.</summary>
    /// <returns><see langword="false"/> if it has fired.</returns>
    public bool Cancel(TimerEntry entry)
    {
        lock (_lock)
        {
            return _timers.Remove(entry);
        }
    }

    /// <summary>Moves the clock forward, never back.</summary>
    /// <returns>The first timer that is due by then and has not fired.</returns>
    public TimerEntry? JumpTo(DateTimeOffset time)
    {
        lock (_lock)
        {
            _now = time > _now ? time : _now;
            if (_timers.Min is not { } next || next.Due > _now)
            {
                return null;
            }

            _timers.Remove(next);
            return next;
        }
    }
}
