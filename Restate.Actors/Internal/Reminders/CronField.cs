using System.Globalization;
using System.Numerics;

namespace Restate.Actors.Internal.Reminders;

/// <summary>One field of a cron expression: the values that fit, as bits.</summary>
internal readonly struct CronField
{
    private readonly ulong _values;

    private CronField(ulong values)
    {
        _values = values;
    }

    /// <summary>Gets the values in their order.</summary>
    public IEnumerable<int> Values
    {
        get
        {
            for (var rest = _values; rest != 0; rest &= rest - 1)
            {
                yield return BitOperations.TrailingZeroCount(rest);
            }
        }
    }

    public bool Has(int value) => (_values & (1UL << value)) != 0;

    /// <summary>Tells whether every value of a range fits.</summary>
    public bool HasAll(int lowest, int highest) => BitOperations.PopCount(_values & Range(lowest, highest)) == highest - lowest + 1;

    /// <summary>Reads a field.</summary>
    /// <param name="text">The text.</param>
    /// <param name="what">What the field is called in errors.</param>
    /// <param name="lowest">The lowest value.</param>
    /// <param name="highest">The highest value.</param>
    /// <param name="names">Names that stand for values, the first one for <paramref name="lowest"/>.</param>
    /// <exception cref="FormatException">The text is no such field.</exception>
    public static CronField Parse(string text, string what, int lowest, int highest, params string[] names)
    {
        ulong values = 0;
        foreach (var part in text.Split(','))
        {
            var (range, step) = SplitStep(part, what);
            var (from, to) = ParseRange(range, isOpen: step > 0, what, lowest, highest, names);
            for (var value = from; value <= to; value += Math.Max(step, 1))
            {
                values |= 1UL << value;
            }
        }

        return new CronField(values);
    }

    /// <summary>Makes one value stand for another one too.</summary>
    public CronField With(int value, int alias) => Has(alias) ? new CronField(_values | (1UL << value)) : this;

    private static ulong Range(int lowest, int highest) => ((1UL << (highest - lowest + 1)) - 1) << lowest;

    private static (string Range, int Step) SplitStep(string part, string what)
    {
        var slash = part.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            return (part, 0);
        }

        var isNumber = int.TryParse(part.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var step);
        return isNumber && step is >= 1 and <= 59
            ? (part[..slash], step)
            : throw new FormatException($"The {what} '{part}' of a cron expression has a step that is no number from 1 to 59.");
    }

    private static (int From, int To) ParseRange(string range, bool isOpen, string what, int lowest, int highest, string[] names)
    {
        if (range == "*")
        {
            return (lowest, highest);
        }

        var ends = range.Split('-');
        var from = ParseValue(ends[0], what, lowest, highest, names);
        var to = ends.Length == 2 ? ParseValue(ends[1], what, lowest, highest, names) : isOpen ? highest : from;
        return ends.Length <= 2 && from <= to
            ? (from, to)
            : throw new FormatException($"The {what} '{range}' of a cron expression is no range; write the lower end first, as in {lowest}-{highest}.");
    }

    private static int ParseValue(string text, string what, int lowest, int highest, string[] names)
    {
        var name = Array.FindIndex(names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (name >= 0)
        {
            return lowest + name;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= lowest && value <= highest
            ? value
            : throw new FormatException($"The {what} '{text}' of a cron expression is not from {lowest} to {highest}{(names.Length > 0 ? $" or {names[0]} to {names[^1]}" : "")}.");
    }
}
