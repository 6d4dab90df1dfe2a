using Restate.Actors.Internal.Reminders;

namespace Restate.Actors;

/// <summary>A recurring schedule: a cron expression and the time zone in which it is meant.</summary>
/// <remarks>
/// <para>
/// Five fields: minute (0-59), hour (0-23), day of the month (1-31, <c>L</c> for the last one), month (1-12 or <c>JAN</c>-<c>DEC</c>), day of the week
/// (0-7 or <c>SUN</c>-<c>SAT</c>; 0 and 7 are Sunday). A field is <c>*</c>, a value, a range <c>a-b</c>, a step <c>*/n</c>, <c>a/n</c> or <c>a-b/n</c>, or a list of these.
/// If day of the month and day of the week are both restricted, a day that fits one of them counts. <c>@hourly</c>, <c>@daily</c>,
/// <c>@weekly</c>, <c>@monthly</c> and <c>@yearly</c> stand for the usual expressions.
/// </para>
/// <para>
/// When clocks go forward, a time that does not exist counts as the first one after the gap. When they go back, a time that comes twice counts
/// the first time only. An expression that runs in every hour follows the hours that there are: none in the gap, and both of the same name.
/// </para>
/// </remarks>
public sealed class CronSchedule : IEquatable<CronSchedule>
{
    private readonly CronExpression _expression;
    private readonly TimeZoneInfo _zone;

    /// <summary>Reads a schedule.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="timeZone">The id of the time zone, such as <c>Europe/Berlin</c>. It has to be known wherever the actor runs.</param>
    /// <exception cref="FormatException">The expression is none, or it names no day that exists; the message says what is wrong.</exception>
    /// <exception cref="TimeZoneNotFoundException">This machine does not know the time zone.</exception>
    public CronSchedule(string expression, string timeZone = "UTC")
    {
        ArgumentNullException.ThrowIfNull(expression);
        ArgumentException.ThrowIfNullOrEmpty(timeZone);
        _expression = CronExpression.Parse(expression);
        _zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        Expression = expression;
        TimeZone = timeZone;
    }

    /// <summary>Gets the expression as it was given.</summary>
    public string Expression { get; }

    /// <summary>Gets the id of the time zone.</summary>
    public string TimeZone { get; }

    /// <summary>Finds the next time of the schedule. The same everywhere where the rules of the time zone are the same.</summary>
    /// <param name="after">The time after which it is looked for.</param>
    /// <returns>The first time later than that, in UTC.</returns>
    public DateTimeOffset GetNext(DateTimeOffset after) => GetAll(after).First();

    /// <summary>Lists the times of the schedule, without end.</summary>
    /// <param name="after">The time after which they are looked for.</param>
    /// <returns>All later times, in UTC, in their order.</returns>
    public IEnumerable<DateTimeOffset> GetAll(DateTimeOffset after)
    {
        // A day earlier: what does not exist there may have moved to the next one.
        var first = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(after, _zone).DateTime);
        for (var day = first == DateOnly.MinValue ? first : first.AddDays(-1); ; day = day.AddDays(1))
        {
            foreach (var time in _expression.TimesOf(day, _zone).Where(time => time > after))
            {
                yield return time;
                after = time;
            }
        }
    }

    /// <inheritdoc/>
    public bool Equals(CronSchedule? other) => other is not null && Expression == other.Expression && TimeZone == other.TimeZone;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CronSchedule);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Expression, TimeZone);

    /// <inheritdoc/>
    public override string ToString() => $"{Expression} {TimeZone}";
}
