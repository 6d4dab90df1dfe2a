namespace Restate.Actors;

/// <summary>The invocation was cancelled. Every durable wait that was open fails with it, once.</summary>
/// <remarks>
/// Durable operations work afterwards, so a <c>catch</c> block can compensate. Left uncaught it ends the invocation with code 409.
/// The cancellation is a notification in the journal: a replay delivers it at the same place.
/// </remarks>
public sealed class InvocationCancelledException : OperationCanceledException
{
    /// <summary>Creates the exception.</summary>
    public InvocationCancelledException()
        : base("Cancelled")
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message.</param>
    public InvocationCancelledException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public InvocationCancelledException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception for the token of the invocation.</summary>
    /// <param name="token">The token.</param>
    public InvocationCancelledException(CancellationToken token)
        : base("Cancelled", token)
    {
    }
}
