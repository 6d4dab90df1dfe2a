namespace Restate.Actors;

/// <summary>The server could not be reached, the connection broke, or it was overloaded or failed (408, 425, 429, 5xx).</summary>
/// <remarks>Look at <see cref="RestateClientException.Retry"/> before the request is sent again.</remarks>
public sealed class RestateUnavailableException : RestateClientException
{
    /// <summary>Creates the exception.</summary>
    public RestateUnavailableException()
        : this("Restate is not available.")
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message.</param>
    public RestateUnavailableException(string message)
        : this(message, innerException: null)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public RestateUnavailableException(string message, Exception? innerException)
        : this(message, statusCode: null, RetryAdvice.RetryIfIdempotent, retryAfter: null, innerException)
    {
    }

    /// <summary>Creates the exception with all it can tell.</summary>
    /// <param name="message">The message.</param>
    /// <param name="statusCode">The HTTP status of the answer, if there was one.</param>
    /// <param name="retry">Whether to send the request again.</param>
    /// <param name="retryAfter">How long the server, or a proxy before it, asked to wait.</param>
    /// <param name="innerException">The cause.</param>
    public RestateUnavailableException(string message, int? statusCode, RetryAdvice retry, TimeSpan? retryAfter = null, Exception? innerException = null)
        : base(message, statusCode, retry, innerException)
    {
        RetryAfter = retryAfter;
    }

    /// <summary>Gets how long the server, or a proxy before it, asked to wait before a retry.</summary>
    /// <value><see langword="null"/> if it did not say.</value>
    public TimeSpan? RetryAfter { get; }
}
