namespace MigrationSample.Import;

/// <summary>Where the state of one old type goes.</summary>
public sealed class TypeMapping
{
    /// <summary>Gets or sets what the rows call the type: the text of the column <c>GrainTypeString</c>, or the actor type of Dapr.</summary>
    public required string From { get; set; }

    /// <summary>Gets or sets the name of the service.</summary>
    public required string Service { get; set; }

    /// <summary>Gets or sets the name of the state value; for Orleans, whose rows are one value each.</summary>
    /// <value>The default is the last part of <see cref="From"/>.</value>
    public string? State { get; set; }

    /// <summary>Gets or sets new names of state values, by the old ones; for Dapr.</summary>
    public Dictionary<string, string> States { get; set; } = [];

    /// <summary>Gets or sets how the grains were addressed; for Orleans.</summary>
    public KeyForm Key { get; set; }
}
