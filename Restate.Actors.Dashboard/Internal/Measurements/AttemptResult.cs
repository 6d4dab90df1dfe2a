namespace Restate.Actors.Dashboard.Internal.Measurements;

/// <summary>How an attempt ended, as the meter says it.</summary>
internal enum AttemptResult
{
    Completed,
    Failed,
    Suspended,
    Retried,
    Aborted,
}
