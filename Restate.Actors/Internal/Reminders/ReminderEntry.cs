namespace Restate.Actors.Internal.Reminders;

/// <summary>A reminder as state keeps it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Generation">The registration; a new one for each.</param>
/// <param name="Due">When it ticks next, in milliseconds since the Unix epoch.</param>
/// <param name="Period">The time between ticks in milliseconds; <see langword="null"/> to tick once.</param>
/// <param name="MissedTicks">What happens to late ticks.</param>
/// <param name="Missed">How many were skipped since the last one that came.</param>
/// <param name="Invocation">The id of the delayed call that is the next tick.</param>
internal sealed record ReminderEntry(string Name, string Generation, long Due, long? Period, MissedTicks MissedTicks, int Missed, string Invocation)
{
    public Reminder ToReminder()
    {
        return new Reminder(
            Name, DateTimeOffset.FromUnixTimeMilliseconds(Due), Period is { } period ? TimeSpan.FromMilliseconds(period) : null, MissedTicks);
    }
}
