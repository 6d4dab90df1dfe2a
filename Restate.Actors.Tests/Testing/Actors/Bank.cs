namespace Restate.Actors.Tests.Testing.Actors;

public sealed class Bank : DurableService, IBank
{
    public async Task<int> TransferAsync(string from, string to, int amount)
    {
        await Actors.GetActor<IPurse>(from).WithdrawAsync(amount);
        return await Actors.GetActor<IPurse>(to).DepositAsync(amount);
    }

    public Task<int> RateAsync(string currency) => Task.FromResult(currency.Length);
}
