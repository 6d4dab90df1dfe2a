namespace Restate.Actors.Dashboard.Tests.TestTools;

/// <summary>A clock that a test moves.</summary>
internal sealed class SetClock : TimeProvider
{
    private long _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Volatile.Read(ref _now);

    public void Advance(TimeSpan time) => Interlocked.Add(ref _now, time.Ticks);
}
