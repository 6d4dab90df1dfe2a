namespace Restate.Actors.Chaos.Endpoint.Contracts;

/// <summary>Money, and the list of all that was done with it.</summary>
[Actor("Account")]
public interface IAccount : IVirtualObject
{
    /// <summary>What an account holds in the beginning.</summary>
    const long Opening = 1000;

    [Exclusive]
    Task<long> Withdraw(Posting posting);

    [Exclusive]
    Task<long> Deposit(Posting posting);

    /// <summary>Shows that the key is free.</summary>
    [Exclusive]
    Task<long> Touch();

    [Shared]
    Task<Statement> Read();
}
