namespace Restate.Actors.Chaos.Endpoint.Contracts;

public sealed record TransferOrder(string Operation, string From, string To, long Amount, int PauseMilliseconds);
