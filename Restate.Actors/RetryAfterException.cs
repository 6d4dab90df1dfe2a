namespace Restate.Actors;

/// <summary>A failure that is to be retried, and when: thrown by a handler or a step whose error knows the time, such as the <c>Retry-After</c> of an HTTP answer.</summary>
/// <remarks>
/// The time counts for the next attempt only, in place of what the retry policy says; the policy still decides whether there is one.
/// Not terminal: the caller sees nothing of it.
/// </remarks>
public sealed class RetryAfterException : Exception
{
    /// <summary>Creates a failure that is retried at once.</summary>
    public RetryAfterException()
    {
    }

    /// <summary>Creates a failure that is retried at once.</summary>
    /// <param name="message">The message; the server shows it to operators.</param>
    public RetryAfterException(string message)
        : base(message)
    {
    }

    /// <summary>Creates a failure that is retried at once.</summary>
    /// <param name="message">The message; the server shows it to operators.</param>
    /// <param name="innerException">The cause.</param>
    public RetryAfterException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates a failure that is retried after a time.</summary>
    /// <param name="retryAfter">The time from now to the next attempt. Zero or more; whole milliseconds.</param>
    /// <param name="message">The message; the server shows it to operators.</param>
    /// <param name="innerException">The cause.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="retryAfter"/> is negative.</exception>
    public RetryAfterException(TimeSpan retryAfter, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(retryAfter, TimeSpan.Zero);
        RetryAfter = retryAfter;
    }

    /// <summary>Gets the time to the next attempt.</summary>
    /// <value>The default is zero.</value>
    public TimeSpan RetryAfter { get; }
}
