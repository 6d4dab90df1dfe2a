namespace Restate.Actors.Admin;

/// <summary>The state of virtual objects and workflows: <see cref="IRestateAdmin.State"/>.</summary>
/// <remarks>
/// A change waits for the exclusive handler that runs on the key, and is applied in the order of its invocations. The server answers when it has accepted
/// the change, not when it is applied, and never says whether the expected version was the right one: read the state again to know.
/// </remarks>
public interface IStateAdmin
{
    /// <summary>Reads all state of a key.</summary>
    /// <param name="service">The name of the virtual object or workflow.</param>
    /// <param name="key">The key. Any Unicode text; it needs no escaping.</param>
    /// <param name="scope">The scope, if the key is in one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The state; empty for a key, or a service, that was never used.</returns>
    Task<StateSnapshot> GetAsync(string service, string key, string? scope = null, CancellationToken cancellationToken = default);

    /// <summary>Replaces all state of the key that was read, unless it has changed since.</summary>
    /// <param name="state">The state that was read and then changed with <see cref="StateSnapshot.Set"/> and <see cref="StateSnapshot.Remove"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that completes when the server has accepted the change; one that comes too late it drops without a word.</returns>
    /// <exception cref="RestateNotFoundException">There is no service of this name.</exception>
    /// <exception cref="RestateBadRequestException">The service has no state.</exception>
    Task ReplaceAsync(StateSnapshot state, CancellationToken cancellationToken = default);

    /// <summary>Replaces all state of a key.</summary>
    /// <param name="service">The name of the virtual object or workflow.</param>
    /// <param name="key">The key. Any Unicode text; it needs no escaping.</param>
    /// <param name="values">The values by their state keys, as they are stored; none clears the key.</param>
    /// <param name="expectedVersion">The <see cref="StateSnapshot.Version"/> that the state must still have; the default replaces whatever is there.</param>
    /// <param name="scope">The scope, if the key is in one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that completes when the server has accepted the change; one that comes too late it drops without a word.</returns>
    /// <exception cref="RestateNotFoundException">There is no service of this name.</exception>
    /// <exception cref="RestateBadRequestException">The service has no state.</exception>
    /// <remarks>Sent again after a broken connection only with an expected version: the second time could undo what a handler wrote meanwhile.</remarks>
    Task ReplaceAsync(
        string service,
        string key,
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> values,
        string? expectedVersion = null,
        string? scope = null,
        CancellationToken cancellationToken = default);
}
