namespace Restate.Actors;

/// <summary>When the client sends a request again.</summary>
/// <remarks>
/// Only where that is safe: if the connection could not be opened at all; and if it broke, or the server was overloaded or failed (408, 425, 429, 5xx),
/// for requests with an idempotency key, the send of a workflow's run, attach and peek, awakeables and cancellation.
/// The failure of a handler is never retried. <c>Retry-After</c> is obeyed.
/// </remarks>
public sealed class RestateRetryOptions
{
    /// <summary>Gets or sets how often a request is sent at most, the first time included.</summary>
    /// <value>The default is 6. 1 turns retries off.</value>
    /// <remarks>A wait that lasted longer than <see cref="MaxDelay"/> before its connection broke starts the count anew.</remarks>
    public int MaxAttempts { get; set; } = 6;

    /// <summary>Gets or sets the pause before the first retry; it doubles with each further one, ±20 %.</summary>
    /// <value>The default is 250 milliseconds.</value>
    public TimeSpan InitialDelay { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Gets or sets the longest pause.</summary>
    /// <value>The default is 3 seconds.</value>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(3);
}
