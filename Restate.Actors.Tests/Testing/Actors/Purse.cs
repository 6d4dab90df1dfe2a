namespace Restate.Actors.Tests.Testing.Actors;

public sealed class Purse(ITill till) : VirtualObject, IPurse
{
    private IActorState<int> Amount => State<int>("amount");

    public async Task<int> DepositAsync(int amount)
    {
        var next = await Amount.GetAsync(0) + amount;
        Amount.Set(next);
        return next;
    }

    public async Task<int> WithdrawAsync(int amount)
    {
        var before = await Amount.GetAsync(0);
        if (before < amount)
        {
            throw new TerminalException($"only {before} left", 409);
        }

        Amount.Set(before - amount);
        return before - amount;
    }

    public async Task SlowDepositAsync(int amount, int seconds)
    {
        await Sleep(TimeSpan.FromSeconds(seconds), "slow");
        await DepositAsync(amount);
    }

    public async Task<int> BalanceAsync() => await Amount.GetAsync(0);

    public async Task<string> PayAsync(string what)
    {
        var receipt = await Run("pay", _ => till.PayAsync(Key, what));
        State<string>("receipt").Set(receipt);
        return receipt;
    }

    public async Task ScheduleDepositAsync(int amount, int days)
    {
        await Actors.GetActor<IPurse>(Key).Send(purse => purse.DepositAsync(amount), after: TimeSpan.FromDays(days));
    }
}
