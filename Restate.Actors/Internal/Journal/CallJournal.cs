using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Journal;

/// <summary>Calls, one-way calls and questions about other invocations.</summary>
internal sealed class CallJournal(CommandLog commands)
{
    /// <summary>Gets the calls that a cancellation is passed on to.</summary>
    public ChildCalls Children => field ??= new ChildCalls();

    public CallIds Call(CallRequest request)
    {
        commands.ThrowIfClosed();
        var invocationId = commands.Ids.NextCompletion();
        var result = commands.Ids.NextCompletion();
        commands.Append(new CallCommand(request, invocationId, result));
        var ids = new CallIds(NotificationId.Completion(invocationId), NotificationId.Completion(result));
        Children.Add(ids.InvocationId);
        return ids;
    }

    /// <summary>Writes a one-way call.</summary>
    /// <param name="request">What is called.</param>
    /// <param name="invokeTime">When, in milliseconds since the Unix epoch; 0 for at once.</param>
    /// <returns>The completion that brings the invocation id.</returns>
    public NotificationId Send(CallRequest request, ulong invokeTime)
    {
        commands.ThrowIfClosed();
        var invocationId = commands.Ids.NextCompletion();
        commands.Append(new OneWayCallCommand(request, invokeTime, invocationId));
        return NotificationId.Completion(invocationId);
    }

    public NotificationId Attach(AttachTarget target)
    {
        commands.ThrowIfClosed();
        var completionId = commands.Ids.NextCompletion();
        commands.Append(new AttachInvocationCommand(target, completionId));
        return NotificationId.Completion(completionId);
    }

    public NotificationId GetOutput(AttachTarget target)
    {
        commands.ThrowIfClosed();
        var completionId = commands.Ids.NextCompletion();
        commands.Append(new GetInvocationOutputCommand(target, completionId));
        return NotificationId.Completion(completionId);
    }

    public void SendSignal(string invocationId, SignalId signal, SignalResult result)
    {
        commands.Append(new SendSignalCommand(invocationId, signal, result));
    }
}
