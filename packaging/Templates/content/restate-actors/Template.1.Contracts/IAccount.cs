using Restate.Actors;

namespace Template._1.Contracts;

/// <summary>An account: a virtual object per owner, changed by one call at a time.</summary>
[Actor("Account")]
public interface IAccount : IVirtualObject
{
    /// <summary>Adds an amount and returns the new balance.</summary>
    [Exclusive]
    Task<decimal> Deposit(decimal amount);

    /// <summary>Takes an amount and returns the new balance. Refuses with code 409 what the account does not have.</summary>
    [Exclusive]
    Task<decimal> Withdraw(decimal amount);

    [Shared]
    Task<decimal> Balance();
}
