using Restate.Actors;

namespace BankTransfers;

public sealed class Account : VirtualObject, IAccount
{
    private IActorState<decimal> Amount => State<decimal>("balance");

    private IActorState<bool> IsOpen => State<bool>("isOpen");

    public async Task Open(decimal balance)
    {
        if (!await IsOpen.ExistsAsync())
        {
            IsOpen.Set(true);
            Amount.Set(balance);
        }
    }

    public async Task<decimal> Deposit(decimal amount)
    {
        await ThrowIfClosedAsync();
        return await AddAsync(amount);
    }

    public async Task<decimal> Withdraw(decimal amount)
    {
        await ThrowIfClosedAsync();
        var missing = amount - await Balance();
        return missing > 0
            ? throw new InsufficientFundsException($"Account {Key} lacks {missing}.", missing)
            : await AddAsync(-amount);
    }

    public Task Refund(decimal amount) => AddAsync(amount);

    public Task Close()
    {
        IsOpen.Set(false);
        return Task.CompletedTask;
    }

    public async Task<decimal> Balance() => await Amount.GetAsync(0m);

    private async Task<decimal> AddAsync(decimal amount)
    {
        var balance = await Balance() + amount;
        Amount.Set(balance);
        return balance;
    }

    private async Task ThrowIfClosedAsync()
    {
        if (!await IsOpen.GetAsync(false))
        {
            throw new AccountClosedException($"Account {Key} is not open.");
        }
    }
}
