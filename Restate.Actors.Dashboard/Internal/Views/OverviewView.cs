using Restate.Actors.Dashboard.Internal.Measurements;

namespace Restate.Actors.Dashboard.Internal.Views;

/// <summary>What the page shows first.</summary>
internal sealed record OverviewView
{
    /// <summary>Gets the time of this process, to which the page compares all others.</summary>
    public DateTimeOffset Now { get; init; }

    public long RefreshMilliseconds { get; init; }

    /// <summary>Gets whether the page may cancel and kill.</summary>
    public bool CanAct { get; init; }

    public required ServerView Server { get; init; }

    public required ProcessCounts Process { get; init; }

    /// <summary>Gets the services that the server knows and those of this process, in the order of their names.</summary>
    public IReadOnlyList<ServiceView> Services { get; init; } = [];

    /// <summary>Gets whether there are more services or handlers than are counted.</summary>
    public bool IsCut { get; init; }
}
