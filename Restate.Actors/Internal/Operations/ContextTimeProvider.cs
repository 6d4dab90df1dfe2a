namespace Restate.Actors.Internal.Operations;

/// <summary>The clock that applications inject: durable inside a handler, that of the machine elsewhere and inside steps.</summary>
internal sealed class ContextTimeProvider : TimeProvider
{
    public static ContextTimeProvider Instance { get; } = new();

    public override TimeZoneInfo LocalTimeZone => Current.LocalTimeZone;

    public override long TimestampFrequency => Current.TimestampFrequency;

    private static TimeProvider Current => InvocationContext.CurrentOrNull?.Time ?? System;

    public override DateTimeOffset GetUtcNow() => Current.GetUtcNow();

    public override long GetTimestamp() => Current.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        return Current.CreateTimer(callback, state, dueTime, period);
    }
}
