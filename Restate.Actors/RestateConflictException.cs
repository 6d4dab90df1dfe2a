namespace Restate.Actors;

/// <summary>What the admin API was asked for does not fit the state of its object (409, 410, 425): an invocation that still runs, has finished, or has not started.</summary>
public sealed class RestateConflictException : RestateClientException
{
    /// <summary>Creates the exception.</summary>
    public RestateConflictException()
        : this("Restate refused the request because of the state of its object.")
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message.</param>
    public RestateConflictException(string message)
        : this(message, innerException: null)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public RestateConflictException(string message, Exception? innerException)
        : this(message, 409, innerException)
    {
    }

    /// <summary>Creates the exception with a status.</summary>
    /// <param name="message">The message.</param>
    /// <param name="statusCode">The HTTP status of the answer.</param>
    /// <param name="innerException">The cause.</param>
    public RestateConflictException(string message, int statusCode, Exception? innerException = null)
        : base(message, statusCode, RetryAdvice.DoNotRetry, innerException)
    {
    }
}
