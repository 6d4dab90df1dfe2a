using System.Globalization;
using Restate.Actors.Benchmarks.Driver.Targets;

namespace Restate.Actors.Benchmarks.Driver;

/// <summary>The command line.</summary>
internal sealed record Settings
{
    public const string Usage = """
        BenchmarkDriver [--only a,b] [--rounds N] [--seconds S] [--warm-up S] [--core C] [--scenarios a,b] [--starts N] [--start name=command ...] name=command [name=command ...]

        Starts each command with the port in PORT, pinned to core C, and measures it in interleaved rounds. Two of the names must be 'floor' and 'ours'.
        --only       the parts, of cpu, close, memory, waiting, warm, start, server; all by default
        --scenarios  those of cpu
        --start      another way to start an endpoint, for the times of starting; --starts says how often each is started
        """;

    public IReadOnlyList<string> Sections { get; private init; } = [];

    public int Rounds { get; private init; } = 5;

    public TimeSpan Duration { get; private init; } = TimeSpan.FromSeconds(2);

    public TimeSpan WarmUp { get; private init; } = TimeSpan.FromSeconds(3);

    public int Core { get; private init; }

    public IReadOnlyList<string> Scenarios { get; private init; } = [];

    public int StartCount { get; private init; } = 10;

    /// <summary>Gets the commands whose starting is timed besides that of the targets.</summary>
    public IReadOnlyList<TargetCommand> Starts { get; private init; } = [];

    public IReadOnlyList<TargetCommand> Targets { get; private init; } = [];

    public TargetCommand Target(string name) => Targets.Single(target => target.Name == name);

    public static Settings Parse(string[] args)
    {
        var settings = new Settings();
        for (var i = 0; i < args.Length; i++)
        {
            settings = args[i] switch
            {
                "--only" => settings with { Sections = args[++i].Split(',') },
                "--rounds" => settings with { Rounds = int.Parse(args[++i], CultureInfo.InvariantCulture) },
                "--seconds" => settings with { Duration = Seconds(args[++i]) },
                "--warm-up" => settings with { WarmUp = Seconds(args[++i]) },
                "--core" => settings with { Core = int.Parse(args[++i], CultureInfo.InvariantCulture) },
                "--scenarios" => settings with { Scenarios = args[++i].Split(',') },
                "--starts" => settings with { StartCount = int.Parse(args[++i], CultureInfo.InvariantCulture) },
                "--start" => settings with { Starts = [.. settings.Starts, Command(args[++i])] },
                var target => settings with { Targets = [.. settings.Targets, Command(target)] },
            };
        }

        return settings;
    }

    private static TimeSpan Seconds(string text) => TimeSpan.FromSeconds(double.Parse(text, CultureInfo.InvariantCulture));

    private static TargetCommand Command(string text)
        => text.Split('=', 2) is [var name, var command] ? new TargetCommand(name, command) : throw new ArgumentException($"'{text}' is no option.\n{Usage}");
}
