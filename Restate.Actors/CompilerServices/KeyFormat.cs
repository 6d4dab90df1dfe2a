using System.ComponentModel;

namespace Restate.Actors.CompilerServices;

/// <summary>How the key of an actor is written as text. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class KeyFormat
{
    /// <summary>Gets the type of the key.</summary>
    public abstract Type KeyType { get; }

    /// <summary>Tells whether a text is the canonical form of a key.</summary>
    /// <param name="text">The text.</param>
    /// <returns><see langword="false"/> if it is no key or formats to another text.</returns>
    public abstract bool IsCanonical(string text);
}
