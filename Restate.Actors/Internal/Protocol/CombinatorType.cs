namespace Restate.Actors.Internal.Protocol;

/// <summary>When a node of the await tree is complete.</summary>
internal enum CombinatorType
{
    /// <summary>The server knows no rule; any leaf may wake the invocation.</summary>
    Unknown = 0,
    FirstCompleted = 1,
    AllCompleted = 2,
    FirstSucceededOrAllFailed = 3,
    AllSucceededOrFirstFailed = 4,
}
