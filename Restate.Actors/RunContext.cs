namespace Restate.Actors;

/// <summary>What a durable step has at hand. State, proxies and timers cannot be used inside.</summary>
/// <param name="invocationId">The invocation's id.</param>
/// <param name="attemptAborted">The token of the attempt.</param>
public sealed class RunContext(string invocationId, CancellationToken attemptAborted)
{
    /// <summary>Gets the invocation's id: a natural idempotency key for services outside.</summary>
    public string InvocationId { get; } = invocationId;

    /// <summary>Gets a token that fires when the attempt ends before the step has finished, or the invocation is cancelled.</summary>
    /// <remarks>After an abort the step is executed again in another attempt: a step runs at least once.</remarks>
    public CancellationToken AttemptAborted { get; } = attemptAborted;
}
