using Restate.Actors;

namespace BankTransfers;

public sealed class Transfer : Workflow, ITransfer
{
    // What has begun is carried out: a cancellation must not stop it between the two accounts.
    [ExplicitCancellation]
    public async Task<string> Run(TransferOrder order)
    {
        if (order.Amount <= 0 || order.From == order.To)
        {
            throw new TerminalException("A transfer needs an amount over zero and two accounts.", 400);
        }

        await Actors.GetActor<IAccount>(order.From).Withdraw(order.Amount);
        await Sleep(TimeSpan.FromSeconds(3), "clearing");
        try
        {
            await Actors.GetActor<IAccount>(order.To).Deposit(order.Amount);
        }
        catch (AccountClosedException)
        {
            await Actors.GetActor<IAccount>(order.From).Refund(order.Amount);
            throw;
        }

        return $"{order.Amount} from {order.From} to {order.To}";
    }
}
