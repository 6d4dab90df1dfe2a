namespace Restate.Actors;

/// <summary>A registered reminder.</summary>
/// <param name="Name">Its name.</param>
/// <param name="NextDue">When it ticks next, in whole milliseconds.</param>
/// <param name="Period">The time between ticks; <see langword="null"/> for a reminder that ticks once.</param>
/// <param name="MissedTicks">What happens to late ticks.</param>
public sealed record Reminder(string Name, DateTimeOffset NextDue, TimeSpan? Period, MissedTicks MissedTicks);
