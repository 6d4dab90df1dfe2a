namespace Restate.Actors.Fuzzing.Tests.Properties;

/// <summary>What a handler can do with its journal.</summary>
public enum JournalOperation
{
    Set,
    Clear,
    ClearAll,
    Get,
    GetKeys,
    Sleep,
    Run,
    SlowRun,
    Call,
    Send,
    Awakeable,
    Signal,
    GetPromise,

    /// <summary>Waits until one of some is there.</summary>
    Any,

    /// <summary>Waits until all of some are there.</summary>
    All,
}
