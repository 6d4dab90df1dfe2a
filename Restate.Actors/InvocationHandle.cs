namespace Restate.Actors;

/// <summary>An invocation that was started or is known by its id.</summary>
public abstract class InvocationHandle
{
    internal InvocationHandle()
    {
    }

    /// <summary>Gets the invocation's id.</summary>
    /// <returns>A text that begins with <c>inv_</c>.</returns>
    /// <remarks>Inside a handler this may suspend until the server has answered; the id is journaled, so a replay sees the same.</remarks>
    public abstract Task<string> GetIdAsync();

    /// <summary>Gets whether the send found an invocation that was there already: same idempotency key, or a workflow that was started before.</summary>
    /// <value>
    /// Always <see langword="false"/> inside a handler, where the answer is not known, and for handles that no send returned.
    /// Also <see langword="true"/> when the answer to a first try of the same send was lost and the client sent it again.
    /// </value>
    public virtual bool IsPreviouslyAccepted => false;

    /// <summary>Asks the invocation to stop: it sees an <see cref="InvocationCancelledException"/> where it waits.</summary>
    /// <returns>A task that completes when the request is recorded, not when the invocation has stopped.</returns>
    /// <exception cref="InvalidOperationException">Outside a handler: there is no admin client, which <c>AddRestateAdmin</c> adds.</exception>
    /// <exception cref="InvocationNotFoundException">Outside a handler: the server knows no such invocation.</exception>
    /// <remarks>
    /// Cancelling an invocation that has finished does nothing. Outside a handler one that backs off after a failure or is paused is resumed too, so that it
    /// sees the cancellation now; a handler can only leave the signal for its next attempt.
    /// </remarks>
    public abstract Task CancelAsync();

    /// <summary>Waits for the invocation to finish; for handlers without a result, or when it does not matter.</summary>
    /// <param name="cancellationToken">Ends the wait, not the invocation.</param>
    /// <returns>A task that completes when the invocation has succeeded.</returns>
    /// <exception cref="InvocationNotFoundException">The server knows no such invocation.</exception>
    /// <exception cref="TerminalException">The invocation failed.</exception>
    public abstract Task WaitAsync(CancellationToken cancellationToken = default);

    /// <summary>Resolves a signal of the invocation, for which it waits with <see cref="IActorContext.Signal{T}"/>.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="name">The signal's name, not empty.</param>
    /// <param name="value">The value.</param>
    /// <returns>A task that completes when the signal is recorded. Each wait for the name takes one signal, in the order in which they came.</returns>
    /// <exception cref="NotSupportedException">The code is no handler: the server takes signals from handlers only.</exception>
    /// <remarks>Journaled: a replay sends nothing again. A signal to an unknown or finished invocation is lost without a word.</remarks>
    public virtual Task ResolveSignalAsync<T>(string name, T value) => throw SignalsNeedHandler();

    /// <inheritdoc cref="ResolveSignalAsync{T}(string, T)"/>
    public Task ResolveSignalAsync<T>(SignalName<T> name, T value)
    {
        ArgumentNullException.ThrowIfNull(name);
        return ResolveSignalAsync(name.Name, value);
    }

    /// <summary>Rejects a signal of the invocation: who waits for it gets a <see cref="TerminalException"/>.</summary>
    /// <param name="name">The signal's name, not empty.</param>
    /// <param name="message">The message of the failure.</param>
    /// <param name="code">Its code, from 400 to 599.</param>
    /// <returns>A task that completes when the signal is recorded.</returns>
    /// <exception cref="NotSupportedException">The code is no handler: the server takes signals from handlers only.</exception>
    /// <remarks>Journaled: a replay sends nothing again. A signal to an unknown or finished invocation is lost without a word.</remarks>
    public Task RejectSignalAsync(string name, string message, int code = 500) => RejectSignalAsync(name, new TerminalException(message, code));

    /// <inheritdoc cref="RejectSignalAsync(string, string, int)"/>
    /// <param name="name">The signal's name, not empty.</param>
    /// <param name="error">The failure; its message, code and metadata travel. Metadata needs version 6 of the protocol.</param>
    public virtual Task RejectSignalAsync(string name, TerminalException error) => throw SignalsNeedHandler();

    private static NotSupportedException SignalsNeedHandler() => new(
        "Signals can only be sent from a handler: the ingress of the Restate server has no route for them. "
        + "Call a handler that sends the signal, or use an awakeable, which can be resolved from everywhere.");
}
