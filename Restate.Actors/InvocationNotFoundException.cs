namespace Restate.Actors;

/// <summary>The server knows no such invocation (404): it never existed, was purged, was cancelled before it started, or its retention is over.</summary>
/// <remarks>
/// Inside handlers the server says the same of an invocation that failed with code 404 and the text <c>not found</c>, without metadata: it is this exception, too.
/// </remarks>
public sealed class InvocationNotFoundException : TerminalException
{
    /// <summary>Creates the exception.</summary>
    public InvocationNotFoundException()
        : this("The invocation was not found.")
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="invocationId">The id, if it is known.</param>
    public InvocationNotFoundException(string message, string? invocationId = null)
        : base(message, 404)
    {
        InvocationId = invocationId;
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public InvocationNotFoundException(string message, Exception? innerException)
        : base(message, 404, metadata: null, innerException)
    {
    }
}
