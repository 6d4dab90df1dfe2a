using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Operations;

/// <summary>The wait of a timer for its due time.</summary>
internal sealed class TimerWait(NotificationId id, DurableTimer timer) : IDurableWait
{
    public NotificationId Id => id;

    // A timer is no task: who waits for it, as Task.Delay does, learns of the cancellation by its token.
    public bool EndsWithCancellation => false;

    public void Complete(in NotificationResult result) => timer.Fire(this);

    public void Cancel(InvocationCancelledException cancellation)
    {
    }
}
