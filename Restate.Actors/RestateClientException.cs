using Restate.Actors.Internal.Admin;

namespace Restate.Actors;

/// <summary>Restate could not be reached, refused a request, or gave an answer that cannot be read. No handler failed.</summary>
/// <remarks>The failure of a handler is a <see cref="TerminalException"/>.</remarks>
public class RestateClientException : Exception
{
    /// <summary>Creates the exception.</summary>
    public RestateClientException()
        : this("The request to Restate failed.")
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message.</param>
    public RestateClientException(string message)
        : this(message, innerException: null)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public RestateClientException(string message, Exception? innerException)
        : this(message, statusCode: null, RetryAdvice.DoNotRetry, innerException)
    {
    }

    /// <summary>Creates the exception with all it can tell.</summary>
    /// <param name="message">The message.</param>
    /// <param name="statusCode">The HTTP status of the answer, if there was one.</param>
    /// <param name="retry">Whether to send the request again.</param>
    /// <param name="innerException">The cause.</param>
    public RestateClientException(string message, int? statusCode, RetryAdvice retry, Exception? innerException = null)
        : base(message, innerException)
    {
        StatusCode = statusCode;
        Retry = retry;
    }

    /// <summary>Gets the HTTP status of the answer.</summary>
    /// <value><see langword="null"/> if there was no answer.</value>
    public int? StatusCode { get; }

    /// <summary>Gets whether sending the request again makes sense. What the client could safely retry, it did already.</summary>
    public RetryAdvice Retry { get; }

    /// <summary>Gets the code that the admin API gave the failure, such as <c>META0006</c>.</summary>
    /// <value><see langword="null"/> if it gave none; always for the ingress.</value>
    public string? ErrorCode { get; internal init; }

    // What the admin API said, for who explains it further.
    internal AdminRefusal? Refusal { get; init; }
}
