namespace Restate.Actors.Chaos.Endpoint.Contracts;

/// <summary>Ticks by a reminder, each tick once and in order, until it has ticked often enough.</summary>
[Actor("Alarm")]
public interface IAlarm : IVirtualObject
{
    /// <summary>Sets the reminder, replaces it at once, and returns how many ticks will come.</summary>
    [Exclusive]
    Task<int> Start(AlarmOrder order);

    /// <summary>Returns the ticks so far.</summary>
    [Shared]
    Task<IReadOnlyList<AlarmTick>> Ticks();
}
