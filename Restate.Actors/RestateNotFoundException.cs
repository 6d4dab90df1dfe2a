namespace Restate.Actors;

/// <summary>The server knows no such service or handler (404): its deployment is not registered, or a name is wrong.</summary>
/// <remarks>An invocation that is not known is an <see cref="InvocationNotFoundException"/>.</remarks>
public sealed class RestateNotFoundException : RestateClientException
{
    /// <summary>Creates the exception.</summary>
    public RestateNotFoundException()
        : this("Restate knows no such service or handler.")
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message.</param>
    public RestateNotFoundException(string message)
        : this(message, innerException: null)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public RestateNotFoundException(string message, Exception? innerException)
        : base(message, 404, RetryAdvice.DoNotRetry, innerException)
    {
    }
}
