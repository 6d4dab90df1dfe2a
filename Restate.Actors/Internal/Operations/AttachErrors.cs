using Restate.Actors.Internal.Errors;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Operations;

/// <summary>Tells when the server does not know an invocation that a handler attaches to or looks at.</summary>
internal static class AttachErrors
{
    /// <returns>The exception, or <see langword="null"/> if the invocation itself failed.</returns>
    public static InvocationNotFoundException? ToException(Failure failure, AttachTarget target)
    {
        return KnownFailures.LooksUnknown(failure.Code, failure.Message) && failure.Metadata.Count == 0
            ? KnownFailures.UnknownInvocation(Describe(target), (target as InvocationIdTarget)?.InvocationId)
            : null;
    }

    private static string Describe(AttachTarget target) => target switch
    {
        InvocationIdTarget byId => byId.InvocationId,
        IdempotentRequestTarget request => $"of {request.Service}/{request.Handler} with this idempotency key",
        WorkflowTarget workflow => $"of the run of the workflow {workflow.Name}",
        _ => "of this target",
    };
}
