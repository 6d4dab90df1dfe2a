namespace Restate.Actors;

/// <summary>How an attempt has ended.</summary>
public enum AttemptOutcome
{
    /// <summary>The handler has returned; the invocation is completed.</summary>
    Completed,

    /// <summary>The handler has ended with a terminal failure; the invocation is completed with it.</summary>
    Failed,

    /// <summary>The handler waits; another attempt goes on when there is a result.</summary>
    Suspended,

    /// <summary>The attempt has failed with an error that Restate retries by its policy.</summary>
    Retried,

    /// <summary>The server has given the attempt up, or a newer attempt has taken its place.</summary>
    Aborted,
}
