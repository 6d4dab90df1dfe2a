namespace Restate.Actors.Internal.Journal;

/// <summary>What the attempt has to do next.</summary>
internal enum ProgressKind
{
    /// <summary>A result that the handler waits for was released.</summary>
    Decided,

    /// <summary>The invocation was cancelled; every open wait fails.</summary>
    Cancelled,

    /// <summary>A run has to be executed.</summary>
    ExecuteRun,

    /// <summary>No more input comes; a run that is executing must finish first.</summary>
    WaitForRun,

    /// <summary>Flush and wait: for input, its end, or a run.</summary>
    WaitForInput,

    /// <summary>The suspension was written; the attempt is over.</summary>
    Suspended,
}
