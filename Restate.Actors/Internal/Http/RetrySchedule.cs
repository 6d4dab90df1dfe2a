namespace Restate.Actors.Internal.Http;

/// <summary>The pauses between the attempts of one request.</summary>
internal sealed class RetrySchedule(RestateRetryOptions options, Random random)
{
    // Who asks for more than this does not want to see us within one call.
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromMinutes(1);

    private int _failures;

    /// <summary>Forgets the failures so far.</summary>
    public void StartAnew() => _failures = 0;

    /// <summary>Notes a failure.</summary>
    /// <returns>The pause before the next attempt, or <see langword="null"/> if there is none.</returns>
    public TimeSpan? Next(TimeSpan? retryAfter)
    {
        _failures++;
        if (_failures >= options.MaxAttempts || retryAfter > LongestRetryAfter)
        {
            return null;
        }

        var doublings = Math.Min(_failures - 1, 30);
        var plain = Math.Min(options.MaxDelay.Ticks, options.InitialDelay.Ticks * Math.Pow(2, doublings));
        var pause = TimeSpan.FromTicks((long)(plain * (0.8 + (0.4 * random.NextDouble()))));
        return retryAfter > pause ? retryAfter : pause;
    }
}
