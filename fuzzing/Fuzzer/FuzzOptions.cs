using System.Globalization;

namespace Restate.Actors.Fuzzing;

/// <summary>The arguments of the program.</summary>
internal sealed record FuzzOptions
{
    public const string Help =
        """
        Restate.Actors.Fuzzing [--target NAME[,NAME]] [--units N] [--seconds N] [--seed N] [--failures FOLDER]
        Restate.Actors.Fuzzing --replay FILE [--target NAME]

          --target    the doors to try; all of them if left out
          --units     how many frames, tokens, answers each target is sent at least; without limit if left out
          --seconds   how long each target is tried at most; 60 if neither this nor --units is given
          --seed      decides all mutations; a random one is chosen and printed if left out
          --failures  where inputs are written that fail; ./failures if left out
          --replay    runs one such input again; the name of the file begins with that of its target
        """;

    public IReadOnlyList<string> Targets { get; init; } = Fuzzing.Targets.FuzzTargets.Names;

    public long Units { get; init; } = long.MaxValue;

    public TimeSpan Time { get; init; } = TimeSpan.MaxValue;

    public int Seed { get; init; }

    public string Failures { get; init; } = "failures";

    public string? Replay { get; init; }

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="ArgumentException">One is not known, or has no value.</exception>
    public static FuzzOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new FuzzOptions { Seed = Random.Shared.Next() };
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var value = i + 1 < arguments.Count ? arguments[i + 1] : throw new ArgumentException($"{arguments[i]} has no value.\n{Help}");
            options = arguments[i] switch
            {
                "--target" => options with { Targets = value.Split(',') },
                "--units" => options with { Units = long.Parse(value, CultureInfo.InvariantCulture) },
                "--seconds" => options with { Time = TimeSpan.FromSeconds(int.Parse(value, CultureInfo.InvariantCulture)) },
                "--seed" => options with { Seed = int.Parse(value, CultureInfo.InvariantCulture) },
                "--failures" => options with { Failures = value },
                "--replay" => options with { Replay = value },
                _ => throw new ArgumentException($"{arguments[i]} is not known.\n{Help}"),
            };
        }

        return options is { Units: long.MaxValue, Replay: null } && options.Time == TimeSpan.MaxValue ? options with { Time = TimeSpan.FromSeconds(60) } : options;
    }
}
