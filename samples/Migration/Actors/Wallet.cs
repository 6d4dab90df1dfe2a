using Restate.Actors;

namespace MigrationSample.Actors;

/// <summary>The code of the grain, but for its base class.</summary>
public sealed class Wallet([PersistentState("wallet")] IPersistentState<WalletState> wallet) : VirtualObject<Guid>, IWallet
{
    public async Task<decimal> Deposit(decimal amount)
    {
        wallet.State.Balance += amount;
        wallet.State.Entries.Add($"{amount}");
        await wallet.WriteStateAsync();
        return wallet.State.Balance;
    }

    public Task<decimal> Balance() => Task.FromResult(wallet.State.Balance);
}
