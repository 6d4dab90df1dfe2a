using System.Text.Json;
using System.Text.Json.Serialization;

namespace MigrationSample.Import;

/// <summary>Where the rows come from, and where they go.</summary>
public sealed class ImportMapping
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Gets or sets the framework: <c>orleans</c> or <c>dapr</c>.</summary>
    public required string Source { get; set; }

    /// <summary>Gets or sets the types. Rows of others are counted and left out.</summary>
    public required List<TypeMapping> Types { get; set; }

    /// <summary>Reads a mapping.</summary>
    /// <exception cref="JsonException">The text is no mapping; the message says where.</exception>
    public static ImportMapping Parse(string json) =>
        JsonSerializer.Deserialize<ImportMapping>(json, Options) ?? throw new JsonException("The mapping is empty.");

    /// <summary>Creates the format of the rows.</summary>
    public IRowFormat CreateFormat() => Source switch
    {
        "orleans" => new OrleansRowFormat(this),
        "dapr" => new DaprRowFormat(this),
        _ => throw new ArgumentException($"The source '{Source}' is unknown. Write orleans or dapr."),
    };
}
