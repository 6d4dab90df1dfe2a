namespace Restate.Actors;

/// <summary>What Restate does with an invocation whose attempts are used up.</summary>
public enum OnMaxAttempts
{
    /// <summary>It waits until somebody resumes or kills it; an exclusive key stays occupied. The server's default.</summary>
    Pause,

    /// <summary>It ends with a failure that reaches the caller; no compensation runs.</summary>
    Kill,
}
