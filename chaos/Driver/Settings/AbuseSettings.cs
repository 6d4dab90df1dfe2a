namespace Restate.Actors.Chaos.Driver.Settings;

/// <summary>How hard an endpoint is abused.</summary>
internal sealed record AbuseSettings
{
    /// <summary>Gets how many connections, and how many streams, send a byte now and then.</summary>
    public int SlowConnections { get; init; } = 500;

    /// <summary>Gets how long they do.</summary>
    public TimeSpan SlowTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets how many streams are reset in the middle of an attempt.</summary>
    public int AbortedStreams { get; init; } = 10_000;

    /// <summary>Reads the command line.</summary>
    /// <exception cref="ArgumentException">An option is not known or has no valid value.</exception>
    public static AbuseSettings Parse(IReadOnlyList<string> arguments)
    {
        var settings = new AbuseSettings();
        var reader = new ArgumentReader(arguments);
        while (reader.Read())
        {
            settings = reader.Name switch
            {
                "--connections" => settings with { SlowConnections = reader.Number() },
                "--seconds" => settings with { SlowTime = TimeSpan.FromSeconds(reader.Number()) },
                "--streams" => settings with { AbortedStreams = reader.Number() },
                _ => throw new ArgumentException($"'{reader.Name}' is not known. Options of an abuse: --connections, --seconds, --streams."),
            };
        }

        return settings;
    }
}
