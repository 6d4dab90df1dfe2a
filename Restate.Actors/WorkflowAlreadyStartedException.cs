namespace Restate.Actors;

/// <summary>A workflow with this id runs or ran already (409), so that the call of its run started nothing.</summary>
/// <remarks>
/// Outside handlers <see cref="TerminalException.InvocationId"/> is the id of the existing run. Get its result with
/// <see cref="IRestateClient.GetWorkflow{TWorkflow, TResult}"/>, inside handlers with a proxy's <see cref="ActorInvocations"/>.
/// A one-way <c>Send</c> of the run does not fail: it returns a handle of the existing one.
/// </remarks>
public sealed class WorkflowAlreadyStartedException : TerminalException
{
    /// <summary>Creates the exception.</summary>
    public WorkflowAlreadyStartedException()
        : this("The workflow was already started.")
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="invocationId">The id of the existing run, if it is known.</param>
    public WorkflowAlreadyStartedException(string message, string? invocationId = null)
        : base(message, 409)
    {
        InvocationId = invocationId;
    }

    /// <summary>Creates the exception with a message and a cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public WorkflowAlreadyStartedException(string message, Exception? innerException)
        : base(message, 409, metadata: null, innerException)
    {
    }
}
