using Restate.Actors.Chaos.Endpoint.Contracts;

namespace Restate.Actors.Chaos.Endpoint.Actors;

public sealed class Transfers : DurableService, ITransfers
{
    public async Task<TransferReceipt> Move(TransferOrder order)
    {
        var token = await Run("token", _ => Guid.NewGuid().ToString("N"));
        var posting = new Posting(order.Operation, order.Amount, token);
        var left = await Actors.GetActor<IAccount>(order.From).Withdraw(posting);
        await Sleep(TimeSpan.FromMilliseconds(order.PauseMilliseconds));
        var now = await Actors.GetActor<IAccount>(order.To).Deposit(posting);
        return new TransferReceipt(token, left, now);
    }
}
