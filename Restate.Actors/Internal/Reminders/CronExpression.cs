namespace Restate.Actors.Internal.Reminders;

/// <summary>A cron expression: which minutes of which days it means.</summary>
internal sealed class CronExpression
{
    private readonly CronField _minutes;
    private readonly CronField _hours;
    private readonly CronField _days;
    private readonly CronField _months;
    private readonly CronField _weekdays;
    private readonly bool _hasLastDay;
    private readonly bool _isAnyDay;
    private readonly bool _isAnyWeekday;
    private readonly bool _isEveryHour;

    private CronExpression(string[] fields)
    {
        var days = fields[2].Split(',');
        _hasLastDay = days.Contains("L", StringComparer.OrdinalIgnoreCase);
        var plainDays = string.Join(',', days.Where(day => !day.Equals("L", StringComparison.OrdinalIgnoreCase)));
        _minutes = CronField.Parse(fields[0], "minute", 0, 59);
        _hours = CronField.Parse(fields[1], "hour", 0, 23);
        _days = plainDays.Length == 0 && _hasLastDay ? default : CronField.Parse(plainDays, "day of the month", 1, 31);
        _months = CronField.Parse(fields[3], "month", 1, 12, "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
        _weekdays = CronField.Parse(fields[4], "day of the week", 0, 7, "SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT").With(0, alias: 7);
        _isAnyDay = _days.HasAll(1, 31);
        _isAnyWeekday = _weekdays.HasAll(0, 6);
        _isEveryHour = _hours.HasAll(0, 23);
    }

    /// <summary>Reads an expression.</summary>
    /// <exception cref="FormatException">It is none, or no day ever fits.</exception>
    public static CronExpression Parse(string text)
    {
        var expression = text.Trim().ToLowerInvariant() switch
        {
            "@hourly" => "0 * * * *",
            "@daily" or "@midnight" => "0 0 * * *",
            "@weekly" => "0 0 * * 0",
            "@monthly" => "0 0 1 * *",
            "@yearly" or "@annually" => "0 0 1 1 *",
            _ => text,
        };
        var fields = expression.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != 5)
        {
            throw new FormatException(
                $"The cron expression '{text}' has {fields.Length} fields. It needs five: minute, hour, day of the month, month, day of the week, as in '0 9 * * MON-FRI'.");
        }

        var parsed = new CronExpression(fields);
        return parsed.IsPossible() ? parsed : throw new FormatException($"The cron expression '{text}' names a day that no month has.");
    }

    /// <summary>Lists the times of a day of a time zone, in UTC and in their order; two may be equal.</summary>
    public IReadOnlyList<DateTimeOffset> TimesOf(DateOnly day, TimeZoneInfo zone)
    {
        var times = new List<DateTimeOffset>();
        if (!Fits(day))
        {
            return times;
        }

        foreach (var hour in _hours.Values)
        {
            foreach (var minute in _minutes.Values)
            {
                AddInstants(times, day.ToDateTime(new TimeOnly(hour, minute)), zone);
            }
        }

        times.Sort();
        return times;
    }

    private bool IsPossible()
    {
        return _hasLastDay || !_isAnyWeekday
            || _months.Values.Any(month => _days.Values.Any(day => day <= DateTime.DaysInMonth(2000, month)));
    }

    private bool Fits(DateOnly date)
    {
        if (!_months.Has(date.Month))
        {
            return false;
        }

        var isDay = _days.Has(date.Day) || (_hasLastDay && date.Day == DateTime.DaysInMonth(date.Year, date.Month));
        var isWeekday = _weekdays.Has((int)date.DayOfWeek);
        return _isAnyDay || _isAnyWeekday ? isDay && isWeekday : isDay || isWeekday;
    }

    private void AddInstants(List<DateTimeOffset> times, DateTime local, TimeZoneInfo zone)
    {
        if (zone.IsInvalidTime(local))
        {
            if (!_isEveryHour)
            {
                times.Add(Instant(EndOfGap(local, zone), zone));
            }
        }
        else if (zone.IsAmbiguousTime(local))
        {
            // The larger offset comes first.
            var offsets = zone.GetAmbiguousTimeOffsets(local).OrderDescending();
            times.AddRange(offsets.Take(_isEveryHour ? 2 : 1).Select(offset => new DateTimeOffset(local, offset).ToUniversalTime()));
        }
        else
        {
            times.Add(Instant(local, zone));
        }
    }

    private static DateTimeOffset Instant(DateTime local, TimeZoneInfo zone) => new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();

    private static DateTime EndOfGap(DateTime local, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        return local;
    }
}
