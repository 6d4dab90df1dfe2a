namespace Restate.Actors;

/// <summary>A failure that Restate does not retry: it ends the invocation and reaches the caller.</summary>
/// <remarks>Thrown by a handler it becomes the invocation's result. Thrown at an <c>await</c> it is the failure of a callee, a durable step or an awakeable.</remarks>
public class TerminalException : Exception
{
    /// <summary>Creates the failure with code 500.</summary>
    public TerminalException()
        : this("The invocation failed.")
    {
    }

    /// <summary>Creates the failure.</summary>
    /// <param name="message">What went wrong; reaches the caller unchanged.</param>
    /// <param name="code">An HTTP status from 400 to 599; over the ingress it is the status of the answer.</param>
    public TerminalException(string message, int code = 500)
        : this(message, code, metadata: null, innerException: null)
    {
    }

    /// <summary>Creates the failure with a cause.</summary>
    /// <param name="message">What went wrong; reaches the caller unchanged.</param>
    /// <param name="innerException">The cause; it stays in this process.</param>
    public TerminalException(string message, Exception? innerException)
        : this(message, 500, metadata: null, innerException)
    {
    }

    /// <summary>Creates the failure with metadata.</summary>
    /// <param name="message">What went wrong; reaches the caller unchanged.</param>
    /// <param name="code">An HTTP status from 400 to 599.</param>
    /// <param name="metadata">Pairs that reach the caller. Needs service protocol 6, which every supported server speaks by default.</param>
    /// <param name="innerException">The cause; it stays in this process.</param>
    /// <exception cref="ArgumentOutOfRangeException">The code is not from 400 to 599.</exception>
    public TerminalException(string message, int code, IReadOnlyDictionary<string, string>? metadata, Exception? innerException = null)
        : base(message, innerException)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(code, 400);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(code, 599);
        Code = code;
        Metadata = metadata ?? System.Collections.Frozen.FrozenDictionary<string, string>.Empty;
    }

    private TerminalException(int code, string message, IReadOnlyDictionary<string, string> metadata, string? invocationId)
        : base(message)
    {
        Code = code;
        Metadata = metadata;
        InvocationId = invocationId;
    }

    /// <summary>Gets the code, an HTTP status; 500 unless set. A failure from another SDK may carry any number.</summary>
    public int Code { get; }

    /// <summary>Gets the pairs that travel with the failure.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Gets the id of the invocation that failed.</summary>
    /// <value>Known to callers outside handlers; <see langword="null"/> for a failure that is thrown in a handler or reaches one.</value>
    public string? InvocationId { get; private protected init; }

    // A failure that was received may carry any code; it is passed on as it is.
    internal static TerminalException Received(
        int code, string message, IReadOnlyDictionary<string, string> metadata, string? invocationId = null)
    {
        return new TerminalException(code, message, metadata, invocationId);
    }
}
