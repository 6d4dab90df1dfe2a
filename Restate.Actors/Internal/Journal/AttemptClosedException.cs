namespace Restate.Actors.Internal.Journal;

/// <summary>A durable operation was called after the attempt had ended. Never reaches the wire.</summary>
internal sealed class AttemptClosedException()
    : InvalidOperationException("The attempt has ended; a durable operation can no longer be started. The invocation goes on in another attempt, if it is not complete.");
