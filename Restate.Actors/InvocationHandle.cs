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

    /// <summary>Asks the invocation to stop: it sees an <see cref="InvocationCancelledException"/> where it waits.</summary>
    /// <returns>A task that completes when the request is recorded, not when the invocation has stopped.</returns>
    public abstract Task CancelAsync();
}
