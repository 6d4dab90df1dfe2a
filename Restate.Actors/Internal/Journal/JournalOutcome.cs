namespace Restate.Actors.Internal.Journal;

/// <summary>How an attempt ended.</summary>
internal enum JournalOutcome
{
    /// <summary>It has not ended.</summary>
    None,

    /// <summary>The invocation has its result.</summary>
    Ended,

    /// <summary>The invocation waits; the server starts another attempt.</summary>
    Suspended,

    /// <summary>The attempt failed; the server's policy decides about another one.</summary>
    Failed,

    /// <summary>The server gave the attempt up; nothing more may be written.</summary>
    Aborted,
}
