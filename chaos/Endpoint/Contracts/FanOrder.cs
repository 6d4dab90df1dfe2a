namespace Restate.Actors.Chaos.Endpoint.Contracts;

/// <param name="Operation">The id of the operation; its marks are this, <c>#</c> and a number.</param>
/// <param name="Counters">The counters, one mark each.</param>
/// <param name="PauseMilliseconds">How long a branch waits besides.</param>
public sealed record FanOrder(string Operation, IReadOnlyList<string> Counters, int PauseMilliseconds);
