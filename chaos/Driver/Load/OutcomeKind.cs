namespace Restate.Actors.Chaos.Driver.Load;

internal enum OutcomeKind
{
    /// <summary>No answer has come.</summary>
    Open,

    /// <summary>The handler returned.</summary>
    Answered,

    /// <summary>The handler failed with a terminal error.</summary>
    Refused,

    /// <summary>The client met an error for which there is no reason.</summary>
    Failed,
}
