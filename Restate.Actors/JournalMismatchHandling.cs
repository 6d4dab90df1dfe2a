namespace Restate.Actors;

/// <summary>What becomes of an invocation whose handler does not fit its journal: <see href="https://github.com/restate-actors/restate-actors/blob/main/docs/rules/RSTA0570.md">RSTA0570</see>.</summary>
public enum JournalMismatchHandling
{
    /// <summary>The retry policy of the invocation decides: an attempt with the right code may fit.</summary>
    Retry,

    /// <summary>The invocation pauses until an operator resumes it, with the right code.</summary>
    Pause,

    /// <summary>The invocation ends with the mismatch as its terminal failure.</summary>
    Fail,
}
