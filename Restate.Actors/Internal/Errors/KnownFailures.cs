namespace Restate.Actors.Internal.Errors;

/// <summary>Failures that the server makes itself and that have an exception type of their own.</summary>
internal static class KnownFailures
{
    private const string WorkflowAlreadyInvoked = "the workflow method was already invoked";
    private const string NotFound = "not found";

    /// <summary>Whether a call of a workflow's run was refused because it was started before.</summary>
    public static bool IsWorkflowAlreadyStarted(int code, string message) => code == 409 && message == WorkflowAlreadyInvoked;

    /// <summary>Whether an attach, or inside handlers a peek, found no invocation. A handler can fail with the same words; only its metadata would tell.</summary>
    public static bool LooksUnknown(int code, string message) => code == 404 && message == NotFound;

    public static WorkflowAlreadyStartedException WorkflowAlreadyStarted(string operation, string? invocationId)
    {
        return new WorkflowAlreadyStartedException($"A workflow with this id was already started ({operation}).", invocationId);
    }

    /// <param name="reference">The id, or how else the invocation was named.</param>
    /// <param name="invocationId">The id, if it is known.</param>
    public static InvocationNotFoundException UnknownInvocation(string reference, string? invocationId)
    {
        return new InvocationNotFoundException(
            $"Restate knows no invocation {reference}: it never existed, was purged, was cancelled before it started, or its retention is over.", invocationId);
    }
}
