namespace Restate.Actors.Internal.Operations;

/// <summary>The clock that applications inject: durable inside a handler, another one elsewhere and inside steps.</summary>
/// <param name="elsewhere">The other one.</param>
internal sealed class ContextTimeProvider(TimeProvider elsewhere) : TimeProvider
{
    /// <summary>Gets the one that falls back to the clock of the machine.</summary>
    public static ContextTimeProvider Instance { get; } = new(System);

    public override TimeZoneInfo LocalTimeZone => Current.LocalTimeZone;

    public override long TimestampFrequency => Current.TimestampFrequency;

    private TimeProvider Current => InvocationContext.CurrentOrNull?.Time ?? elsewhere;

    public override DateTimeOffset GetUtcNow() => Current.GetUtcNow();

    public override long GetTimestamp() => Current.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        return Current.CreateTimer(callback, state, dueTime, period);
    }
}
