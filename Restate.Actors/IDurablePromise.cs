namespace Restate.Actors;

/// <summary>A promise of a workflow: one handler resolves it, others wait for it. It lives as long as the workflow is retained.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public interface IDurablePromise<T>
{
    /// <summary>Waits for the value. May suspend.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="TerminalException">The promise was rejected.</exception>
    Task<T> GetAsync();

    /// <summary>Looks for the value without waiting until somebody resolves it.</summary>
    /// <returns>Whether there is one, and the value.</returns>
    /// <exception cref="TerminalException">The promise was rejected.</exception>
    Task<InvocationOutput<T>> PeekAsync();

    /// <summary>Resolves the promise.</summary>
    /// <param name="value">The value.</param>
    /// <returns>A task that completes when the server has taken it.</returns>
    /// <exception cref="TerminalException">Code 409: it was completed before.</exception>
    Task ResolveAsync(T value);

    /// <summary>Rejects the promise: who waits gets a <see cref="TerminalException"/>.</summary>
    /// <param name="message">The message.</param>
    /// <param name="code">The code, from 400 to 599.</param>
    /// <returns>A task that completes when the server has taken it.</returns>
    /// <exception cref="TerminalException">Code 409: it was completed before.</exception>
    Task RejectAsync(string message, int code = 500);

    /// <summary>Rejects the promise with a failure: its message, code and metadata reach who waits. Metadata needs version 6 of the protocol.</summary>
    /// <param name="error">The failure.</param>
    /// <returns>A task that completes when the server has taken it.</returns>
    /// <exception cref="TerminalException">Code 409: it was completed before.</exception>
    Task RejectAsync(TerminalException error);
}
