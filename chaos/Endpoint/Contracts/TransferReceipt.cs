namespace Restate.Actors.Chaos.Endpoint.Contracts;

/// <summary>What the caller learns of a transfer.</summary>
public sealed record TransferReceipt(string Token, long LeftInSource, long NowInTarget);
