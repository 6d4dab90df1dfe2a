namespace Restate.Actors.Chaos.Endpoint.Contracts;

/// <summary>Does many things at once, or later.</summary>
[Actor("Fan")]
public interface IFan : IDurableService
{
    /// <summary>Marks all counters in parallel; returns how many answered, plus as many steps and timers.</summary>
    Task<int> Out(FanOrder order);

    /// <summary>Marks the counters with delayed sends.</summary>
    Task<int> Plan(FanOrder order);
}
