using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Operations;

/// <summary>The clock of an invocation: its timers are journaled sleeps, its time is read from the journal.</summary>
internal sealed class DurableTimeProvider(Invocation invocation) : TimeProvider
{
    private DateTimeOffset _now;
    private int _nowIsValidFor = -1;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>Gets the time, in whole milliseconds.</summary>
    /// <remarks>
    /// The protocol carries no time, but a sleep command carries its absolute wake-up time, which a replay returns and does not
    /// compare. So the time is a sleep of length zero that nobody waits for. Between two waits of the handler the time stands still.
    /// </remarks>
    public override DateTimeOffset GetUtcNow()
    {
        invocation.Enter("Time.GetUtcNow");
        if (_nowIsValidFor != invocation.DeliveredCount)
        {
            _now = invocation.Journal.Waits.ReadClock(Milliseconds(TimeSpan.Zero));
            _nowIsValidFor = invocation.DeliveredCount;
        }

        return _now;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        invocation.Enter("Time.CreateTimer");
        var timer = new DurableTimer(invocation, this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Starts a sleep.</summary>
    public NotificationId StartSleep(TimeSpan delay, string name) => invocation.Journal.Waits.Sleep(Milliseconds(delay), name, out _);

    private ulong Milliseconds(TimeSpan delay)
    {
        var now = invocation.Settings.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        return (ulong)now + (ulong)delay.TotalMilliseconds;
    }
}
