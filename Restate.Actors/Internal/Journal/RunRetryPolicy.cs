namespace Restate.Actors.Internal.Journal;

/// <summary>When a failed run is tried again.</summary>
internal sealed record RunRetryPolicy
{
    private static readonly TimeSpan LongestInterval = TimeSpan.FromDays(365);

    public required TimeSpan InitialInterval { get; init; }

    public required double Factor { get; init; }

    public TimeSpan? MaxInterval { get; init; }

    /// <summary>Gets how often the closure is executed at most, the first time included.</summary>
    public int? MaxAttempts { get; init; }

    public TimeSpan? MaxDuration { get; init; }

    public bool PauseWhenExhausted { get; init; }

    public bool IsExhausted(uint attempts, TimeSpan elapsed) => attempts >= MaxAttempts || elapsed >= MaxDuration;

    public TimeSpan DelayAfter(uint attempts)
    {
        var limit = MaxInterval ?? LongestInterval;
        var milliseconds = InitialInterval.TotalMilliseconds * Math.Pow(Factor, attempts - 1.0);

        // Too many attempts give infinity, or no number at all when the interval is zero.
        return milliseconds < limit.TotalMilliseconds ? TimeSpan.FromMilliseconds(milliseconds) : InitialInterval == TimeSpan.Zero ? TimeSpan.Zero : limit;
    }
}
