namespace Restate.Actors.Dashboard.Tests.Actors;

/// <summary>An object whose handlers wait, fail and sleep when a test says so.</summary>
[Actor("Till")]
public interface ITill : IVirtualObject
{
    /// <summary>Takes money at once.</summary>
    [Exclusive]
    Task<int> Pay(int amount);

    /// <summary>Keeps the key until the signal comes.</summary>
    [Exclusive]
    Task<string> HoldUntilSignal();

    /// <summary>Keeps the key for a time.</summary>
    [Exclusive]
    Task Nap(TimeSpan time);

    /// <summary>Runs a step, and then calls another till, which may be busy.</summary>
    [Exclusive]
    Task<int> PayAt(string other, int amount);

    /// <summary>Runs a step that takes as long as the coin box says.</summary>
    [Exclusive]
    Task<int> CountCoins();

    /// <summary>Fails in a step, again and again.</summary>
    [Exclusive]
    Task Break(string reason);

    /// <summary>Runs many steps.</summary>
    [Exclusive]
    Task Tidy(int steps);

    /// <summary>Refuses for good.</summary>
    [Exclusive]
    Task Refuse(string reason);

    [Shared]
    Task<int> Sum();
}
