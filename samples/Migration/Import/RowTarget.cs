namespace MigrationSample.Import;

/// <summary>The state value that a row becomes.</summary>
/// <param name="Service">The name of the service.</param>
/// <param name="Key">The key of the object.</param>
/// <param name="Name">The name of the state value.</param>
public sealed record RowTarget(string Service, string Key, string Name);
