using Restate.Actors;
using Template._1.Contracts;

namespace Template._1.Actors;

public sealed class Account : VirtualObject, IAccount
{
    private IActorState<decimal> Amount => State<decimal>("amount");

    public Task<decimal> Deposit(decimal amount) => ChangeAsync(amount);

    public Task<decimal> Withdraw(decimal amount) => ChangeAsync(-amount);

    public async Task<decimal> Balance() => await Amount.GetAsync(0m);

    private async Task<decimal> ChangeAsync(decimal change)
    {
        var balance = await Balance() + change;
        if (balance < 0)
        {
            // A terminal error reaches the caller. Any other exception is bad luck, and Restate tries again.
            throw new TerminalException($"The account of {Key} lacks {-balance}.", 409);
        }

        Amount.Set(balance);
        return balance;
    }
}
