namespace Restate.Actors;

/// <summary>Marks a contract as a basic service: no key, no state, any number of invocations in parallel.</summary>
public interface IDurableService : IActor;
