namespace Restate.Actors;

/// <summary>The base of basic services: no key, no state, any number of invocations in parallel.</summary>
public abstract class DurableService : Actor;
