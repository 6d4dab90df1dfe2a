using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Journal;

/// <summary>Timers, awakeables and promises: what a handler waits for besides calls, runs and state.</summary>
internal sealed class WaitJournal(CommandLog commands)
{
    private ReadOnlyMemory<byte> _invocationId;

    public void Load(StartMessage start) => _invocationId = start.Id;

    /// <summary>Writes a timer.</summary>
    /// <param name="wakeUpTime">Milliseconds since the Unix epoch; what an earlier attempt recorded counts.</param>
    /// <param name="name">A name for the server's UI.</param>
    /// <param name="recordedWakeUpTime">The time that the journal holds.</param>
    public NotificationId Sleep(ulong wakeUpTime, string name, out ulong recordedWakeUpTime)
    {
        commands.ThrowIfClosed();
        var attempted = new SleepCommand(wakeUpTime, commands.Ids.NextCompletion(), name);
        commands.Append(attempted, out var recorded);
        recordedWakeUpTime = recorded.WakeUpTime;
        return NotificationId.Completion(attempted.CompletionId);
    }

    /// <summary>Gives an awakeable out. Nothing is written.</summary>
    public (string Id, NotificationId Notification) CreateAwakeable()
    {
        commands.ThrowIfClosed();
        var signal = commands.Ids.NextSignal();
        return (AwakeableId.Create(_invocationId.Span, signal), NotificationId.Signal(signal));
    }

    public void CompleteAwakeable(string awakeableId, CommandResult result)
    {
        commands.Append(new CompleteAwakeableCommand(awakeableId, result));
    }

    public NotificationId GetPromise(string name)
    {
        commands.ThrowIfClosed();
        var completionId = commands.Ids.NextCompletion();
        commands.Append(new GetPromiseCommand(name, completionId));
        return NotificationId.Completion(completionId);
    }

    public NotificationId PeekPromise(string name)
    {
        commands.ThrowIfClosed();
        var completionId = commands.Ids.NextCompletion();
        commands.Append(new PeekPromiseCommand(name, completionId));
        return NotificationId.Completion(completionId);
    }

    public NotificationId CompletePromise(string name, CommandResult result)
    {
        commands.ThrowIfClosed();
        var completionId = commands.Ids.NextCompletion();
        commands.Append(new CompletePromiseCommand(name, result, completionId));
        return NotificationId.Completion(completionId);
    }
}
