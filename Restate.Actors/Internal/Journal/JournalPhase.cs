namespace Restate.Actors.Internal.Journal;

/// <summary>How far an attempt has come.</summary>
internal enum JournalPhase
{
    /// <summary>Nothing was received yet.</summary>
    WaitStart,

    /// <summary>The journal is being received.</summary>
    WaitReplay,

    /// <summary>The handler runs and repeats what the journal holds.</summary>
    Replaying,

    /// <summary>The handler runs and adds to the journal.</summary>
    Processing,

    /// <summary>A terminal message was written or the attempt was given up.</summary>
    Closed,
}
