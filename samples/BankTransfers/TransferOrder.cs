namespace BankTransfers;

public sealed record TransferOrder(string From, string To, decimal Amount);
