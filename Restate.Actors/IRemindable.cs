namespace Restate.Actors;

/// <summary>Implemented by the class of a virtual object that has reminders.</summary>
public interface IRemindable
{
    /// <summary>Called when a reminder is due, as an exclusive invocation of the key.</summary>
    /// <param name="name">The name of the reminder.</param>
    /// <param name="tick">When it was due.</param>
    /// <returns>A task that completes when the tick is handled.</returns>
    /// <remarks>
    /// The next tick is scheduled before. Errors count as those of a handler: a <see cref="TerminalException"/> ends this tick and not the reminder,
    /// another exception is retried and holds the key until it succeeds.
    /// </remarks>
    Task ReceiveReminderAsync(string name, ReminderTick tick);
}
