using System.Globalization;

namespace Restate.Actors.Internal.Admin;

/// <summary>Durations as the server writes them: <c>1d 2h</c>, <c>200ms</c>, <c>PT86400S</c>, <c>P1DT2H</c>.</summary>
internal static class ServerDuration
{
    public static string Format(TimeSpan duration)
    {
        return string.Create(CultureInfo.InvariantCulture, $"{duration.Ticks / TimeSpan.TicksPerMillisecond}ms");
    }

    public static bool TryParse(string? text, out TimeSpan duration)
    {
        duration = default;
        var rest = text.AsSpan().Trim();
        var isIso = rest.StartsWith("P", StringComparison.Ordinal);
        rest = isIso ? rest[1..] : rest;
        var isTime = false;
        var total = 0m;
        if (rest.IsEmpty)
        {
            return false;
        }

        while (!rest.IsEmpty)
        {
            if (isIso && rest[0] == 'T')
            {
                isTime = true;
                rest = rest[1..];
            }

            var digits = LengthWhile(rest, static c => char.IsAsciiDigit(c) || c == '.');
            var gap = LengthWhile(rest[digits..], char.IsWhiteSpace);
            var letters = LengthWhile(rest[(digits + gap)..], char.IsLetter);
            var unit = rest.Slice(digits + gap, isIso ? Math.Min(1, letters) : letters);
            if (!decimal.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)
                || (isIso ? IsoTicks(unit, isTime) : FriendlyTicks(unit)) is not { } ticks)
            {
                return false;
            }

            total += count * ticks;
            rest = rest[(digits + gap + unit.Length)..].TrimStart(", ");
        }

        // The server knows longer durations than .NET.
        duration = total > TimeSpan.MaxValue.Ticks ? TimeSpan.MaxValue : TimeSpan.FromTicks((long)total);
        return true;
    }

    private static int LengthWhile(ReadOnlySpan<char> text, Func<char, bool> condition)
    {
        var length = 0;
        while (length < text.Length && condition(text[length]))
        {
            length++;
        }

        return length;
    }

    private static decimal? IsoTicks(ReadOnlySpan<char> unit, bool isTime) => unit switch
    {
        "Y" when !isTime => 365m * TimeSpan.TicksPerDay,
        "M" when !isTime => 30m * TimeSpan.TicksPerDay,
        "W" when !isTime => 7m * TimeSpan.TicksPerDay,
        "D" when !isTime => TimeSpan.TicksPerDay,
        "H" when isTime => TimeSpan.TicksPerHour,
        "M" when isTime => TimeSpan.TicksPerMinute,
        "S" when isTime => TimeSpan.TicksPerSecond,
        _ => null,
    };

    private static decimal? FriendlyTicks(ReadOnlySpan<char> unit) => unit switch
    {
        "y" or "yr" or "yrs" or "year" or "years" => 365m * TimeSpan.TicksPerDay,
        "mo" or "mos" or "month" or "months" => 30m * TimeSpan.TicksPerDay,
        "w" or "wk" or "wks" or "week" or "weeks" => 7m * TimeSpan.TicksPerDay,
        "d" or "day" or "days" => TimeSpan.TicksPerDay,
        "h" or "hr" or "hrs" or "hour" or "hours" => TimeSpan.TicksPerHour,
        "m" or "min" or "mins" or "minute" or "minutes" => TimeSpan.TicksPerMinute,
        "s" or "sec" or "secs" or "second" or "seconds" => TimeSpan.TicksPerSecond,
        "ms" or "msec" or "milli" or "millis" => TimeSpan.TicksPerMillisecond,
        "us" or "µs" or "micro" or "micros" => TimeSpan.TicksPerMicrosecond,
        "ns" or "nano" or "nanos" => 0.01m,
        _ => null,
    };
}
