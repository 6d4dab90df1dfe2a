namespace Restate.Actors;

/// <summary>An invocation whose result is of type <typeparamref name="TResult"/>.</summary>
/// <typeparam name="TResult">The type of the result.</typeparam>
public abstract class InvocationHandle<TResult> : InvocationHandle
{
    internal InvocationHandle()
    {
    }

    /// <summary>Waits for the invocation to finish.</summary>
    /// <param name="cancellationToken">Ends the wait, not the invocation.</param>
    /// <returns>The result.</returns>
    /// <exception cref="InvocationNotFoundException">The server knows no such invocation.</exception>
    /// <exception cref="TerminalException">The invocation failed.</exception>
    public abstract Task<TResult> AttachAsync(CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    public sealed override Task WaitAsync(CancellationToken cancellationToken = default) => AttachAsync(cancellationToken);

    /// <summary>Looks whether the invocation has finished, without waiting for it.</summary>
    /// <returns>Whether it has, and its result.</returns>
    /// <exception cref="InvocationNotFoundException">The server knows no such invocation.</exception>
    /// <exception cref="TerminalException">The invocation failed.</exception>
    public abstract Task<InvocationOutput<TResult>> PeekAsync();
}
