using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Journal;

/// <summary>Timers, awakeables and promises: what a handler waits for besides calls, runs and state.</summary>
internal sealed class WaitJournal(CommandLog commands)
{
    private static readonly ulong LatestTime = (ulong)DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

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

    /// <summary>Writes a timer that nobody waits for: its time is what the handler takes for the present.</summary>
    /// <param name="now">Milliseconds since the Unix epoch; what an earlier attempt recorded counts.</param>
    /// <exception cref="JournalException">What is recorded is no time that a clock shows, but a sleep without end.</exception>
    public DateTimeOffset ReadClock(ulong now)
    {
        Sleep(now, string.Empty, out var recorded);
        if (recorded <= LatestTime)
        {
            return DateTimeOffset.FromUnixTimeMilliseconds((long)recorded);
        }

        var command = commands.Current(MessageType.SleepCommand, string.Empty);
        throw commands.Fail(
            ErrorCodes.JournalMismatch,
            $"""
            [RSTA0570] Journal mismatch at command {command.Index} ({command.Type}).
              recorded by an earlier attempt: a sleep until after the year 9999
              attempted now:                  a look at the time
            {MismatchRemedy.Text}
            """,
            command);
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
