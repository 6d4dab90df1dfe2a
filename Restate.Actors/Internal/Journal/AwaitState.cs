namespace Restate.Actors.Internal.Journal;

/// <summary>What is known of a wait.</summary>
internal enum AwaitState
{
    Pending,
    Succeeded,
    Failed,
}
