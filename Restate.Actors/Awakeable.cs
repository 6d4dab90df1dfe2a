namespace Restate.Actors;

/// <summary>A value that somebody outside delivers: hand the id out, wait for the task.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="id">The id, which the journal determines.</param>
/// <param name="task">The wait for the value.</param>
public sealed class Awakeable<T>(string id, Task<T> task)
{
    /// <summary>Gets the id, <c>sign_1...</c>; it is the same in every attempt. Resolve it by <see cref="IActorFactory.ResolveAwakeableAsync{T}"/> or over HTTP.</summary>
    public string Id { get; } = id;

    /// <summary>Gets the wait for the value. Waiting may suspend; a rejection is a <see cref="TerminalException"/>.</summary>
    public Task<T> Task { get; } = task;
}
