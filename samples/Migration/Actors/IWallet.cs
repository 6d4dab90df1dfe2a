using Restate.Actors;

namespace MigrationSample.Actors;

/// <summary>What was <c>IWalletGrain</c>, see <c>Before/WalletGrain.cs.txt</c>.</summary>
[Actor("Wallet")]
public interface IWallet : IVirtualObject<Guid>
{
    Task<decimal> Deposit(decimal amount);

    [Shared]
    Task<decimal> Balance();
}
