namespace Restate.Actors;

/// <summary>A registered reminder.</summary>
/// <param name="Name">Its name.</param>
/// <param name="NextDue">When it ticks next, in whole milliseconds.</param>
/// <param name="Period">The time between ticks; <see langword="null"/> for a reminder that ticks once or by a <see cref="Cron"/> schedule.</param>
/// <param name="MissedTicks">What happens to late ticks.</param>
public sealed record Reminder(string Name, DateTimeOffset NextDue, TimeSpan? Period, MissedTicks MissedTicks)
{
    /// <summary>Gets the schedule by which it ticks.</summary>
    /// <value><see langword="null"/> for a reminder that ticks once or with a period.</value>
    public CronSchedule? Cron { get; init; }
}
