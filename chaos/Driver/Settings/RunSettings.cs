namespace Restate.Actors.Chaos.Driver.Settings;

/// <summary>What a chaos run is to do.</summary>
internal sealed record RunSettings
{
    /// <summary>Gets how long faults happen.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Gets what chooses the faults, the operations and the settings of the server.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Gets how many servers there are: one, or three as a cluster.</summary>
    public int Servers { get; init; } = 1;

    /// <summary>Gets how many endpoint processes share the load.</summary>
    public int Endpoints { get; init; } = 3;

    /// <summary>Gets how many clients do one operation after the other.</summary>
    public int Clients { get; init; } = 40;

    /// <summary>Gets the operations per second of all clients, at most.</summary>
    public double Rate { get; init; } = 60;

    /// <summary>Gets whether the workload is wrong on purpose: the run must fail.</summary>
    public bool IsSabotaged { get; init; }

    /// <summary>Gets whether the logs are kept when nothing was found.</summary>
    public bool IsKept { get; init; }

    /// <summary>Reads the command line.</summary>
    /// <exception cref="ArgumentException">An option is not known or has no valid value.</exception>
    public static RunSettings Parse(IReadOnlyList<string> arguments)
    {
        var settings = new RunSettings();
        var reader = new ArgumentReader(arguments);
        while (reader.Read())
        {
            settings = reader.Name switch
            {
                "--seconds" => settings with { Duration = TimeSpan.FromSeconds(reader.Number()) },
                "--seed" => settings with { Seed = reader.Number() },
                "--servers" => settings with { Servers = reader.Number() },
                "--endpoints" => settings with { Endpoints = reader.Number() },
                "--clients" => settings with { Clients = reader.Number() },
                "--rate" => settings with { Rate = reader.Number() },
                "--sabotage" => settings with { IsSabotaged = true },
                "--keep" => settings with { IsKept = true },
                _ => throw new ArgumentException(
                    $"'{reader.Name}' is not known. Options: --seconds, --seed, --servers 1|3, --endpoints, --clients, --rate, --sabotage, --keep."),
            };
        }

        return settings;
    }
}
