namespace MigrationSample.Import;

/// <summary>One object to be imported, with all its values.</summary>
/// <param name="Service">The name of the service.</param>
/// <param name="Key">The key.</param>
public sealed record ImportObject(string Service, string Key)
{
    /// <summary>Gets the values by their names, as JSON.</summary>
    public Dictionary<string, ReadOnlyMemory<byte>> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets or sets why it cannot be imported.</summary>
    public string? Problem { get; set; }
}
