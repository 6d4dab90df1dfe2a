using System.Globalization;
using System.Text.Json;
using Xunit;

namespace Restate.Actors.Tests.Reminders;

public sealed class CronScheduleTests
{
    [Theory]
    [InlineData("* * * * *", "2026-01-01T00:00:30Z", "01-01T00:01 01-01T00:02")]
    [InlineData("0 9 * * MON-FRI", "2026-01-02T09:00:00Z", "01-05T09:00 01-06T09:00")]
    [InlineData("*/20 8-9 * * *", "2026-01-01T08:30:00Z", "01-01T08:40 01-01T09:00 01-01T09:20 01-01T09:40 01-02T08:00")]
    [InlineData("5/25 0 1,15 * *", "2026-01-01T00:30:00Z", "01-01T00:55 01-15T00:05 01-15T00:30 01-15T00:55 02-01T00:05")]
    [InlineData("0 0 L * *", "2028-01-31T00:00:00Z", "02-29T00:00 03-31T00:00")]
    [InlineData("0 0 29 FEB *", "2026-01-01T00:00:00Z", "02-29T00:00 02-29T00:00")]
    [InlineData("0 0 13 * 5", "2026-02-10T00:00:00Z", "02-13T00:00 02-20T00:00 02-27T00:00 03-06T00:00 03-13T00:00")]
    [InlineData("0 0 * * 7", "2026-01-01T00:00:00Z", "01-04T00:00 01-11T00:00")]
    [InlineData("0 0 * jan-MAR/2 sun", "2026-01-25T00:00:00Z", "03-01T00:00 03-08T00:00")]
    [InlineData("@hourly", "2026-01-01T00:00:00Z", "01-01T01:00 01-01T02:00")]
    [InlineData("@Weekly", "2026-01-01T00:00:00Z", "01-04T00:00 01-11T00:00")]
    [InlineData("@monthly", "2026-01-01T00:00:00Z", "02-01T00:00 03-01T00:00")]
    [InlineData("@yearly", "2026-01-01T00:00:00Z", "01-01T00:00")]
    [InlineData("  0   12  *  *  * ", "2026-01-01T12:00:00Z", "01-02T12:00")]
    public void GetAll_InUtc_AsTheExpressionSays(string expression, string after, string expected)
    {
        var schedule = new CronSchedule(expression);

        Assert.Equal(expected, Times(schedule, after, expected));
    }

    // Berlin, 2026: 02:00 to 03:00 is missing on 29 March, and comes twice on 25 October.
    [Theory]
    [Capability("Timers, time, randomness", "Recurring schedule (cron) helper")]
    [InlineData("30 2 * * *", "2026-03-28T00:00:00Z", "03-28T01:30 03-29T01:00 03-30T00:30")]
    [InlineData("0,30 2 * * *", "2026-03-29T00:00:00Z", "03-29T01:00 03-30T00:00")]
    [InlineData("30 * * * *", "2026-03-29T00:00:00Z", "03-29T00:30 03-29T01:30")]
    [InlineData("30 2 * * *", "2026-10-24T01:00:00Z", "10-25T00:30 10-26T01:30")]
    [InlineData("30 * * * *", "2026-10-24T23:00:00Z", "10-24T23:30 10-25T00:30 10-25T01:30 10-25T02:30")]
    [InlineData("0 9 * * *", "2026-03-28T00:00:00Z", "03-28T08:00 03-29T07:00")]
    [InlineData("15 0 * * *", "2026-01-01T00:00:00Z", "01-01T23:15")]
    public void GetAll_ClocksChange_NothingIsLostOrDoubled(string expression, string after, string expected)
    {
        var schedule = new CronSchedule(expression, "Europe/Berlin");

        Assert.Equal(expected, Times(schedule, after, expected));
    }

    [Fact]
    public void GetAll_ClocksChangeByHalfAnHour_TimeInTheGapComesAfterIt()
    {
        var schedule = new CronSchedule("15 2 * * *", "Australia/Lord_Howe");

        Assert.Equal("10-03T15:30 10-04T15:15", Times(schedule, "2026-10-02T16:00:00Z", "- -"));
    }

    [Fact]
    public void GetAll_RandomExpressions_SameAsTryingEachMinute()
    {
        var random = new Random(20260101);
        for (var round = 0; round < 60; round++)
        {
            var (minute, hour, day, month, weekday) = (random.Next(60), random.Next(24), random.Next(1, 32), random.Next(1, 13), random.Next(7));
            var text = $"{Field(random, minute)} {Field(random, hour)} {Field(random, day)} {Field(random, month)} {Field(random, weekday)}";
            if (!TryRead(text, out var schedule))
            {
                continue;
            }

            var after = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(400_000));
            var end = after.AddDays(40);
            var expected = Minutes(after, end).Where(time => Fits(text.Split(' '), time));

            Assert.Equal(expected, schedule!.GetAll(after).TakeWhile(time => time <= end));
        }
    }

    [Theory]
    [InlineData("* * * *", "The cron expression '* * * *' has 4 fields. It needs five: minute, hour, day of the month, month, day of the week, as in '0 9 * * MON-FRI'.")]
    [InlineData("60 * * * *", "The minute '60' of a cron expression is not from 0 to 59.")]
    [InlineData("* -1 * * *", "The hour '' of a cron expression is not from 0 to 23.")]
    [InlineData("* * 0 * *", "The day of the month '0' of a cron expression is not from 1 to 31.")]
    [InlineData("* * * JAX *", "The month 'JAX' of a cron expression is not from 1 to 12 or JAN to DEC.")]
    [InlineData("* * * * MON-", "The day of the week '' of a cron expression is not from 0 to 7 or SUN to SAT.")]
    [InlineData("30-10 * * * *", "The minute '30-10' of a cron expression is no range; write the lower end first, as in 0-59.")]
    [InlineData("*/0 * * * *", "The minute '*/0' of a cron expression has a step that is no number from 1 to 59.")]
    [InlineData("0 0 31 FEB,APR *", "The cron expression '0 0 31 FEB,APR *' names a day that no month has.")]
    [InlineData("0 0 L-1 * *", "The day of the month 'L' of a cron expression is not from 1 to 31.")]
    public void Constructor_NoExpression_SaysWhatIsWrong(string expression, string message)
    {
        Assert.Equal(message, Assert.Throws<FormatException>(() => new CronSchedule(expression)).Message);
    }

    [Fact]
    public void Constructor_UnknownTimeZone_Refused()
    {
        Assert.Throws<TimeZoneNotFoundException>(() => new CronSchedule("* * * * *", "Europe/Atlantis"));
    }

    [Fact]
    public void Equals_ExpressionAndZone_AlsoThroughJson()
    {
        var schedule = new CronSchedule("0 9 * * *", "Europe/Berlin");

        Assert.Equal(schedule, JsonSerializer.Deserialize<CronSchedule>(JsonSerializer.Serialize(schedule)));
        Assert.NotEqual(schedule, new CronSchedule("0 9 * * *"));
        Assert.Equal("0 9 * * * Europe/Berlin", schedule.ToString());
    }

    private static string Times(CronSchedule schedule, string after, string expected)
    {
        var times = schedule.GetAll(DateTimeOffset.Parse(after, CultureInfo.InvariantCulture)).Take(expected.Split(' ').Length);
        return string.Join(' ', times.Select(time => time.ToString("MM-dd'T'HH:mm", CultureInfo.InvariantCulture)));
    }

    private static string Field(Random random, int value) => random.Next(3) switch
    {
        0 => "*",
        1 => $"*/{Math.Max(2, value / 3)}",
        _ => $"{value}",
    };

    private static bool TryRead(string text, out CronSchedule? schedule)
    {
        try
        {
            schedule = new CronSchedule(text);
            return true;
        }
        catch (FormatException)
        {
            schedule = null;
            return false;
        }
    }

    private static IEnumerable<DateTimeOffset> Minutes(DateTimeOffset after, DateTimeOffset end)
    {
        for (var time = after.AddMinutes(1); time <= end; time = time.AddMinutes(1))
        {
            yield return time;
        }
    }

    private static bool Fits(string[] fields, DateTimeOffset time)
    {
        var day = Fits(fields[2], time.Day, 1);
        var weekday = Fits(fields[4], (int)time.DayOfWeek, 0);
        var isDay = fields[2] == "*" || fields[4] == "*" ? day && weekday : day || weekday;
        return Fits(fields[0], time.Minute, 0) && Fits(fields[1], time.Hour, 0) && Fits(fields[3], time.Month, 1) && isDay;
    }

    private static bool Fits(string field, int value, int lowest)
    {
        if (field == "*")
        {
            return true;
        }

        return field.StartsWith("*/", StringComparison.Ordinal)
            ? (value - lowest) % int.Parse(field[2..], CultureInfo.InvariantCulture) == 0
            : value == int.Parse(field, CultureInfo.InvariantCulture);
    }
}
