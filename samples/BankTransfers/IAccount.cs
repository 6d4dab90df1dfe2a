using Restate.Actors;

namespace BankTransfers;

/// <summary>An account: one virtual object per number, so its balance changes by one call at a time.</summary>
[Actor("Account")]
public interface IAccount : IVirtualObject
{
    /// <summary>Opens the account. Only the first call counts.</summary>
    [Exclusive]
    Task Open(decimal balance);

    /// <summary>Takes money in. Fails with an <see cref="AccountClosedException"/>.</summary>
    [Exclusive]
    Task<decimal> Deposit(decimal amount);

    /// <summary>Gives money out. Fails with an <see cref="InsufficientFundsException"/> or an <see cref="AccountClosedException"/>.</summary>
    [Exclusive]
    Task<decimal> Withdraw(decimal amount);

    /// <summary>Takes back what was withdrawn for a transfer that cannot be carried out. Never refused, not even by a closed account.</summary>
    [Exclusive]
    Task Refund(decimal amount);

    [Exclusive]
    Task Close();

    [Shared]
    Task<decimal> Balance();
}
