using System.Diagnostics.CodeAnalysis;

namespace Restate.Actors;

/// <summary>A composite or custom key of an actor, with a canonical text form.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
/// <remarks>The two methods must round-trip: a text that does not format back to itself is refused with 400, so that one object never has two names.</remarks>
public interface IActorKey<TSelf>
    where TSelf : IActorKey<TSelf>
{
    /// <summary>Renders the key in its canonical text form, which Restate stores and compares as ordinal text.</summary>
    /// <param name="key">The key.</param>
    /// <returns>A non-empty text.</returns>
    static abstract string Format(TSelf key);

    /// <summary>Reads the text form of a key.</summary>
    /// <param name="text">What <see cref="Format"/> wrote, or what a caller outside sent.</param>
    /// <param name="key">The key when the text is valid.</param>
    /// <returns><see langword="false"/> if the text is not a key.</returns>
    static abstract bool TryParse(string text, [MaybeNullWhen(false)] out TSelf key);
}
