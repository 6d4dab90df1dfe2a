namespace Restate.Actors.Dashboard.Internal.Measurements;

/// <summary>What the engines of this process hold.</summary>
internal sealed record ProcessCounts
{
    /// <summary>Gets the attempts that run or wait on an open stream.</summary>
    public int ActiveAttempts { get; init; }

    /// <summary>Gets the keys in memory that an attempt uses.</summary>
    public int ActiveKeys { get; init; }

    /// <summary>Gets the keys in memory that nobody uses at the moment.</summary>
    public int WarmKeys { get; init; }

    /// <summary>Gets the keys whose last exclusive attempt here failed and is to be retried.</summary>
    public int BlockedKeys { get; init; }
}
