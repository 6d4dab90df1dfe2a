namespace Restate.Actors;

/// <summary>The reminders of a virtual object: calls by name that Restate makes in the future, once or again and again.</summary>
/// <remarks>
/// Kept in the state of the key, so <c>ClearAll</c> removes them; the name <c>$reminders</c> is not listed with the other state. A tick is a delayed
/// call to a handler of the same key that callers outside cannot reach. With <see cref="SaveOnSuccessAttribute"/> they are registered and removed when
/// the handler succeeds.
/// </remarks>
public interface IActorReminders
{
    /// <summary>Registers a reminder, or replaces the one of that name: its pending tick does not come any more.</summary>
    /// <param name="name">Its name within the key, not empty.</param>
    /// <param name="due">The time to the first tick. Zero to 365,000 days; whole milliseconds.</param>
    /// <param name="period">The time between ticks, at least a millisecond. The default is to tick once.</param>
    /// <param name="missedTicks">What happens to ticks that are late by a period or more.</param>
    /// <returns>A task that completes when the server has accepted the first tick.</returns>
    /// <exception cref="TerminalException">The handler is shared.</exception>
    /// <exception cref="InvalidOperationException">The actor is no virtual object whose class implements <see cref="IRemindable"/>.</exception>
    /// <remarks>Journaled. Ticks follow the schedule <c>due + n * period</c> without drift, whenever they are handled.</remarks>
    Task RegisterOrUpdateAsync(string name, TimeSpan due, TimeSpan? period = null, MissedTicks missedTicks = MissedTicks.Coalesce);

    /// <summary>Registers a reminder that ticks by a cron schedule, or replaces the one of that name: its pending tick does not come any more.</summary>
    /// <param name="name">Its name within the key, not empty.</param>
    /// <param name="schedule">When it ticks. The first tick is the first time after now.</param>
    /// <param name="missedTicks">What happens to ticks that come when the next one is due, too.</param>
    /// <returns>A task that completes when the server has accepted the first tick.</returns>
    /// <exception cref="TerminalException">The handler is shared.</exception>
    /// <exception cref="InvalidOperationException">The actor is no virtual object whose class implements <see cref="IRemindable"/>.</exception>
    /// <remarks>Journaled. Each tick is computed from the schedule and the tick before, whenever that is handled.</remarks>
    Task RegisterOrUpdateAsync(string name, CronSchedule schedule, MissedTicks missedTicks = MissedTicks.Coalesce);

    /// <summary>Removes a reminder: its pending tick does not come any more.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="TerminalException">The handler is shared.</exception>
    /// <remarks>Journaled.</remarks>
    Task<bool> UnregisterAsync(string name);

    /// <summary>Finds a reminder.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The reminder, or <see langword="null"/>. One that ticks once is gone when it ticks.</returns>
    /// <remarks>Reads state, in shared handlers too.</remarks>
    Task<Reminder?> GetAsync(string name);

    /// <summary>Lists all reminders of the key.</summary>
    /// <returns>The reminders, sorted by name.</returns>
    /// <remarks>Reads state, in shared handlers too.</remarks>
    Task<IReadOnlyList<Reminder>> ListAsync();
}
