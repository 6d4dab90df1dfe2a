namespace MigrationSample.Import;

/// <summary>How to import.</summary>
public sealed class ImportOptions
{
    /// <summary>Gets or sets whether to write. The default is to rehearse.</summary>
    public bool Apply { get; set; }

    /// <summary>Gets or sets whether objects that have other state are replaced. The default is to leave them alone.</summary>
    public bool Overwrite { get; set; }

    /// <summary>Gets or sets how many objects are imported at the same time. The default is 8.</summary>
    public int Parallelism { get; set; } = 8;

    /// <summary>Gets or sets how long to wait until a change can be read back. The default is 30 seconds.</summary>
    public TimeSpan ConfirmationTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
