using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Operations;

/// <summary>Something in a handler that waits for a notification.</summary>
internal interface IDurableWait
{
    NotificationId Id { get; }

    /// <summary>Gets whether the cancellation of the invocation ends the wait.</summary>
    bool EndsWithCancellation { get; }

    /// <summary>Delivers the notification. Called on the pump, one at a time.</summary>
    void Complete(in NotificationResult result);

    /// <summary>Delivers the cancellation of the invocation instead.</summary>
    void Cancel(InvocationCancelledException cancellation);
}
