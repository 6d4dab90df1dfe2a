namespace BankTransfers;

/// <summary>The account takes part in nothing.</summary>
public sealed class AccountClosedException(string message) : Exception(message);
