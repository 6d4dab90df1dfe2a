using System.Text.Json.Serialization;

namespace Restate.Actors.Internal.Reminders;

/// <summary>A reminder as state keeps it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Generation">The registration; a new one for each.</param>
/// <param name="Due">When it ticks next, in milliseconds since the Unix epoch.</param>
/// <param name="Period">The time between ticks in milliseconds; <see langword="null"/> to tick once or by a schedule.</param>
/// <param name="MissedTicks">What happens to late ticks.</param>
/// <param name="Missed">How many were skipped since the last one that came.</param>
/// <param name="Invocation">The id of the delayed call that is the next tick.</param>
internal sealed record ReminderEntry(string Name, string Generation, long Due, long? Period, MissedTicks MissedTicks, int Missed, string Invocation)
{
    /// <summary>Gets the cron expression by which it ticks.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Cron { get; init; }

    /// <summary>Gets the time zone of the expression.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TimeZone { get; init; }

    [JsonIgnore]
    public bool IsRecurring => Period is not null || Cron is not null;

    public Reminder ToReminder()
    {
        return new Reminder(
            Name, DateTimeOffset.FromUnixTimeMilliseconds(Due), Period is { } period ? TimeSpan.FromMilliseconds(period) : null, MissedTicks)
        {
            Cron = Schedule(),
        };
    }

    /// <summary>Finds the tick after one.</summary>
    public long After(long tick) => Period is { } period ? tick + period : Next(tick).ToUnixTimeMilliseconds();

    /// <summary>Finds the newest tick that is due, and how many ticks are due before it.</summary>
    /// <param name="tick">A tick that is due.</param>
    /// <param name="now">The time.</param>
    public (long Newest, long Passed) Newest(long tick, long now)
    {
        if (Period is { } period)
        {
            var passed = Math.Max(0, (now - tick) / period);
            return (tick + (passed * period), passed);
        }

        var newest = tick;
        var count = 0L;
        foreach (var time in Schedule()!.GetAll(DateTimeOffset.FromUnixTimeMilliseconds(tick)).Select(time => time.ToUnixTimeMilliseconds()).TakeWhile(time => time <= now))
        {
            newest = time;
            count++;
        }

        return (newest, count);
    }

    private DateTimeOffset Next(long tick) => Schedule()!.GetNext(DateTimeOffset.FromUnixTimeMilliseconds(tick));

    private CronSchedule? Schedule() => Cron is null ? null : new CronSchedule(Cron, TimeZone!);
}
