namespace Restate.Actors.Testing;

/// <summary>What a host with a seed lets go wrong. All of it happens in production, too, and must not change what callers see.</summary>
[Flags]
public enum TestFaults
{
    /// <summary>Nothing: only the order is chosen by the seed.</summary>
    None = 0,

    /// <summary>The connection of an attempt is cut between two messages; the next attempt replays what was stored.</summary>
    CutAttempts = 1,

    /// <summary>The connection is cut after a durable step was executed and before its result was stored, so that the step is executed again.</summary>
    LoseStepResults = 2,

    /// <summary>The next attempt of an invocation starts while the code of the last one, which nobody listens to any more, still runs.</summary>
    OverlapAttempts = 4,

    /// <summary>Attempts suspend at some of their waits instead of waiting with an open connection.</summary>
    Suspensions = 8,

    /// <summary>All of them.</summary>
    All = CutAttempts | LoseStepResults | OverlapAttempts | Suspensions,
}
