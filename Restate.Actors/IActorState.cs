namespace Restate.Actors;

/// <summary>One state value of a virtual object or workflow.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public interface IActorState<T>
{
    /// <summary>Reads the value.</summary>
    /// <returns>The value, or the default of the type when there is none. Usually complete at once, since Restate sends the state along.</returns>
    /// <remarks>Journaled: a replay reads the same value, also in a shared handler whose key has changed meanwhile.</remarks>
    ValueTask<T?> GetAsync();

    /// <summary>Reads the value.</summary>
    /// <param name="default">What to return when there is none.</param>
    /// <returns>The value.</returns>
    /// <remarks>Journaled, as <see cref="GetAsync()"/>.</remarks>
    ValueTask<T> GetAsync(T @default);

    /// <summary>Writes the value. Journaled at once and never rolled back, whatever becomes of the invocation.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="TerminalException">The handler is shared; it can only read.</exception>
    void Set(T value);

    /// <summary>Removes the value.</summary>
    /// <exception cref="TerminalException">The handler is shared; it can only read.</exception>
    void Clear();

    /// <summary>Tells whether there is a value.</summary>
    /// <returns><see langword="true"/> if the key has one, also one of zero bytes.</returns>
    ValueTask<bool> ExistsAsync();
}
