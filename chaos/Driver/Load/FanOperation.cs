namespace Restate.Actors.Chaos.Driver.Load;

/// <summary>Calls, steps and timers in parallel; one mark in each counter.</summary>
internal sealed record FanOperation(string Id, IReadOnlyList<string> Counters, int PauseMilliseconds) : Operation(Id);
