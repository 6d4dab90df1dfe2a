using Microsoft.CodeAnalysis;

namespace Restate.Actors.Migration.Reading;

/// <summary>How the actors of a contract are addressed.</summary>
/// <param name="Marker">The interface that says it.</param>
/// <param name="Description">What it is called in messages.</param>
/// <param name="KeyType">The C# type of the key; <see langword="null"/> for text.</param>
internal sealed record ForeignKey(INamedTypeSymbol Marker, string Description, string? KeyType)
{
    /// <summary>The interface of Restate.Actors for it, as it is written with the namespaces imported.</summary>
    public string Target => KeyType is null ? "IVirtualObject" : $"IVirtualObject<{KeyType}>";

    /// <summary>Whether it is of two parts, for which a key type has to be written.</summary>
    public bool IsCompound => Marker.Name.EndsWith("CompoundKey", StringComparison.Ordinal);

    public static ForeignKey Of(INamedTypeSymbol marker) => marker.Name switch
    {
        "IGrainWithGuidKey" => new(marker, "a Guid key", "Guid"),
        "IGrainWithIntegerKey" => new(marker, "an integer key", "long"),
        "IGrainWithGuidCompoundKey" => new(marker, "a key of a Guid and a text", null),
        "IGrainWithIntegerCompoundKey" => new(marker, "a key of an integer and a text", null),
        _ => new(marker, "a text key", null),
    };
}
