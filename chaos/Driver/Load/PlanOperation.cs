namespace Restate.Actors.Chaos.Driver.Load;

/// <summary>Delayed sends by a handler; one mark in each counter.</summary>
internal sealed record PlanOperation(string Id, IReadOnlyList<string> Counters, int PauseMilliseconds) : Operation(Id);
