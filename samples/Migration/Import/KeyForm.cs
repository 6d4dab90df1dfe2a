namespace MigrationSample.Import;

/// <summary>How the grains of a type were addressed; Orleans keeps keys in another form than Restate.Actors.</summary>
public enum KeyForm
{
    /// <summary>Text, taken as it is.</summary>
    TextKey,

    /// <summary>A Guid: 32 digits in Orleans, with hyphens here.</summary>
    GuidKey,

    /// <summary>An integer: hexadecimal in Orleans, decimal here.</summary>
    IntegerKey,

    /// <summary>A Guid and a text, joined by <c>+</c>: the form stays.</summary>
    GuidCompoundKey,

    /// <summary>An integer and a text, joined by <c>+</c>: the integer becomes decimal.</summary>
    IntegerCompoundKey,
}
