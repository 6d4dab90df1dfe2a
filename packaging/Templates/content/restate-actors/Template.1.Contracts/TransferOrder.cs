namespace Template._1.Contracts;

public sealed record TransferOrder(string From, string To, decimal Amount);
