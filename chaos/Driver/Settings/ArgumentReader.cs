using System.Globalization;

namespace Restate.Actors.Chaos.Driver.Settings;

/// <summary>Reads a command line of names and values.</summary>
internal sealed class ArgumentReader(IReadOnlyList<string> arguments)
{
    private int _next;

    /// <summary>Gets the name that was read last.</summary>
    public string Name => arguments[_next - 1];

    /// <summary>Reads the next name.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Read() => _next++ < arguments.Count;

    /// <summary>Reads the value of the last name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public string Text()
    {
        var name = Name;
        return _next < arguments.Count ? arguments[_next++] : throw new ArgumentException($"{name} needs a value.");
    }

    /// <summary>Reads the value of the last name as a number.</summary>
    /// <exception cref="ArgumentException">It is no whole number, or is negative.</exception>
    public int Number()
    {
        var name = Name;
        var text = Text();
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ArgumentException($"{name} needs a whole number that is not negative, not '{text}'.");
    }
}
