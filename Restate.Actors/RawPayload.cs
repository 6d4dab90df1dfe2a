namespace Restate.Actors;

/// <summary>Bytes with their content type, as they travel.</summary>
/// <param name="content">The bytes.</param>
/// <param name="contentType">The content type, or <see langword="null"/> for none.</param>
public sealed class RawPayload(ReadOnlyMemory<byte> content, string? contentType)
{
    /// <summary>Gets the payload of a handler without input or result: no bytes, no content type.</summary>
    public static RawPayload Empty { get; } = new(default, contentType: null);

    /// <summary>Gets the bytes.</summary>
    public ReadOnlyMemory<byte> Content { get; } = content;

    /// <summary>Gets the content type.</summary>
    /// <value><see langword="null"/> for none.</value>
    public string? ContentType { get; } = contentType;

    /// <summary>Gets whether the server's answer may be encoded although this is empty.</summary>
    internal bool ReadsEncoded { get; init; }
}
