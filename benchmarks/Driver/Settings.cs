using System.Globalization;

namespace Restate.Actors.Benchmarks.Driver;

/// <summary>The command line.</summary>
internal sealed record Settings
{
    public const string Usage = """
        BenchmarkDriver [--rounds N] [--seconds S] [--warm-up S] [--core C] [--scenarios a,b] name=command [name=command ...]

        Starts each command with the port in PORT, pinned to core C, and measures the scenarios in interleaved rounds.
        One of the names must be 'floor', and one 'ours'.
        """;

    public int Rounds { get; private init; } = 5;

    public TimeSpan Duration { get; private init; } = TimeSpan.FromSeconds(2);

    public TimeSpan WarmUp { get; private init; } = TimeSpan.FromSeconds(3);

    public int Core { get; private init; }

    public IReadOnlyList<string> Scenarios { get; private init; } = [];

    public IReadOnlyList<(string Name, string Command)> Targets { get; private init; } = [];

    public static Settings Parse(string[] args)
    {
        var settings = new Settings();
        for (var i = 0; i < args.Length; i++)
        {
            settings = args[i] switch
            {
                "--rounds" => settings with { Rounds = int.Parse(args[++i], CultureInfo.InvariantCulture) },
                "--seconds" => settings with { Duration = Seconds(args[++i]) },
                "--warm-up" => settings with { WarmUp = Seconds(args[++i]) },
                "--core" => settings with { Core = int.Parse(args[++i], CultureInfo.InvariantCulture) },
                "--scenarios" => settings with { Scenarios = args[++i].Split(',') },
                var target when target.Split('=', 2) is [var name, var command] => settings with { Targets = [.. settings.Targets, (name, command)] },
                var unknown => throw new ArgumentException($"'{unknown}' is no option.\n{Usage}"),
            };
        }

        return settings;
    }

    private static TimeSpan Seconds(string text) => TimeSpan.FromSeconds(double.Parse(text, CultureInfo.InvariantCulture));
}
