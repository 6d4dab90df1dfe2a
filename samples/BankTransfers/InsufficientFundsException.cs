namespace BankTransfers;

/// <summary>The account holds less than is asked for.</summary>
public sealed class InsufficientFundsException(string message, decimal missing) : Exception(message)
{
    public decimal Missing { get; } = missing;
}
