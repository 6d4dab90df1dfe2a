namespace Restate.Actors.Testing;

/// <summary>How far a replay has come without contradicting its journal.</summary>
public enum ReplayOutcome
{
    /// <summary>The handler has ended as it did in the journal.</summary>
    Completed,

    /// <summary>The journal is used up, and the handler waits for what had not come yet.</summary>
    Waiting,

    /// <summary>The journal is used up, and the handler goes on with operations that are not in it; none of them was carried out.</summary>
    WentOn,

    /// <summary>The journal is used up, and then the handler has failed with an error that a server would retry.</summary>
    Failed,
}
