using System.Text.RegularExpressions;

namespace Restate.Actors.Fuzzing.Targets;

/// <summary>Takes the values out of texts, so that what is alike looks alike.</summary>
internal static partial class Shapes
{
    private const int Longest = 90;

    public static string Of(string message)
    {
        var line = message.AsSpan(0, message.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? end : message.Length);
        var plain = Quoted().Replace(line[..Math.Min(line.Length, 600)].ToString(), "'_'");
        plain = Numbers().Replace(plain, "#");
        return plain.Length > Longest ? plain[..Longest] : plain;
    }

    [GeneratedRegex("Path: .*|'(?:.*'|.*$)|\"(?:.*\"|.*$)|0x[0-9A-Fa-f]+|[^ -~]+")]
    private static partial Regex Quoted();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Numbers();
}
