namespace Restate.Actors;

/// <summary>All state values of a virtual object or workflow, by names that are known at run time only.</summary>
public interface IActorStates
{
    /// <summary>Gets a state value.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="name">Its name, case-sensitive, not empty.</param>
    /// <param name="serializer">Writes and reads the value; the same for all who use it. Default: that of the type, else that of the host.</param>
    /// <returns>The state value; nothing is read yet.</returns>
    IActorState<T> Get<T>(string name, IPayloadSerializer? serializer = null);

    /// <summary>Lists the names of all values.</summary>
    /// <returns>The names, sorted by ordinal. Journaled: a replay sees the same list.</returns>
    ValueTask<IReadOnlyList<string>> GetNamesAsync();

    /// <summary>Removes all values.</summary>
    /// <exception cref="TerminalException">The handler is shared; it can only read.</exception>
    void ClearAll();
}
