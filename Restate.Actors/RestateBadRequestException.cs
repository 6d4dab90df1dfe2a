namespace Restate.Actors;

/// <summary>The server refused the request: input that the handler does not take, a private service, a body over the limit, a bad id.</summary>
public sealed class RestateBadRequestException : RestateClientException
{
    /// <summary>Creates the exception.</summary>
    public RestateBadRequestException()
        : this("Restate refused the request.")
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message.</param>
    public RestateBadRequestException(string message)
        : this(message, innerException: null)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public RestateBadRequestException(string message, Exception? innerException)
        : this(message, 400, innerException)
    {
    }

    /// <summary>Creates the exception with a status.</summary>
    /// <param name="message">The message.</param>
    /// <param name="statusCode">The HTTP status of the answer.</param>
    /// <param name="innerException">The cause.</param>
    public RestateBadRequestException(string message, int statusCode, Exception? innerException = null)
        : base(message, statusCode, RetryAdvice.DoNotRetry, innerException)
    {
    }
}
