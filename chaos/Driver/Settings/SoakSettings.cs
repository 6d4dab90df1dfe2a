namespace Restate.Actors.Chaos.Driver.Settings;

/// <summary>What a soak is to do.</summary>
internal sealed record SoakSettings
{
    /// <summary>Gets how long the load goes on.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Gets the file for the samples.</summary>
    public string Output { get; init; } = Path.Combine(Path.GetTempPath(), "soak.csv");

    /// <summary>Gets how many clients do one operation after the other.</summary>
    public int Clients { get; init; } = 40;

    /// <summary>Reads the command line.</summary>
    /// <exception cref="ArgumentException">An option is not known or has no valid value.</exception>
    public static SoakSettings Parse(IReadOnlyList<string> arguments)
    {
        var settings = new SoakSettings();
        var reader = new ArgumentReader(arguments);
        while (reader.Read())
        {
            settings = reader.Name switch
            {
                "--minutes" => settings with { Duration = TimeSpan.FromMinutes(reader.Number()) },
                "--output" => settings with { Output = reader.Text() },
                "--clients" => settings with { Clients = reader.Number() },
                _ => throw new ArgumentException($"'{reader.Name}' is not known. Options of a soak: --minutes, --output, --clients."),
            };
        }

        return settings;
    }
}
