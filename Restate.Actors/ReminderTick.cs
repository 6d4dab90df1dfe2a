namespace Restate.Actors;

/// <summary>One tick of a reminder.</summary>
/// <param name="Scheduled">When it was due, in whole milliseconds. It comes later, never earlier.</param>
/// <param name="Period">The time between ticks; <see langword="null"/> for a reminder that ticks once or by a cron schedule.</param>
/// <param name="Missed">How many ticks before it were left out because they were late. Always zero with <see cref="MissedTicks.CatchUp"/>.</param>
public sealed record ReminderTick(DateTimeOffset Scheduled, TimeSpan? Period, int Missed);
