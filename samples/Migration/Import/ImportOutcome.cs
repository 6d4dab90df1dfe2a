namespace MigrationSample.Import;

/// <summary>What became of an object.</summary>
public enum ImportOutcome
{
    /// <summary>Its state was written, and read back.</summary>
    Imported,

    /// <summary>A rehearsal: it has no state, and would be written.</summary>
    WouldImport,

    /// <summary>Its state is what the rows say already.</summary>
    AlreadyThere,

    /// <summary>It has other state, and was left alone.</summary>
    LeftAlone,

    /// <summary>It has other state, which was replaced because that was asked for.</summary>
    Overwritten,

    /// <summary>A rehearsal: it has other state, which would be replaced.</summary>
    WouldOverwrite,

    /// <summary>The rows hold no values: its state was cleared.</summary>
    Empty,

    /// <summary>It was not imported; the report says why.</summary>
    Failed,
}
