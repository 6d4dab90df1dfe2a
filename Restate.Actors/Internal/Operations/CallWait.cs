using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Errors;
using Restate.Actors.Internal.Payloads;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Operations;

/// <summary>A wait for the result of a call.</summary>
internal sealed class CallWait<T>(NotificationId id, PayloadFormat<T> format, PayloadCoder payloads, LazyText what, bool isWorkflowRun) : DurableWait<T>(id)
{
    protected override T Read(in NotificationResult result) => payloads.Read(result.Value, format, PayloadRoles.Result);

    protected override Exception ToException(Failure failure)
    {
        return isWorkflowRun && KnownFailures.IsWorkflowAlreadyStarted(failure.Code, failure.Message)
            ? KnownFailures.WorkflowAlreadyStarted($"call of {what}", invocationId: null)
            : base.ToException(failure);
    }

    protected override string Describe() => what.ToString();
}
