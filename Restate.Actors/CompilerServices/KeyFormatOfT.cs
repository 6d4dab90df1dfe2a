using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Restate.Actors.CompilerServices;

/// <summary>How the key of an actor is written as text and read back. For generated code.</summary>
/// <typeparam name="TKey">The type of the key.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class KeyFormat<TKey> : KeyFormat
    where TKey : notnull
{
    /// <summary>Renders the canonical text.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The text.</returns>
    public abstract string Format(TKey key);

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="key">The key.</param>
    /// <returns><see langword="false"/> if the text is no key.</returns>
    public abstract bool TryParse(string text, [MaybeNullWhen(false)] out TKey key);

    /// <inheritdoc/>
    public sealed override bool IsCanonical(string text) => TryParse(text, out var key) && string.Equals(Format(key), text, StringComparison.Ordinal);
}
