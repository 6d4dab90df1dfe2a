using Restate.Actors;
using Template._1.Contracts;

namespace Template._1.Actors;

public sealed class Transfer(INotifier notifier) : Workflow, ITransfer
{
    private IActorState<string> Progress => State<string>("progress");

    public async Task<string> Run(TransferOrder order)
    {
        Progress.Set("withdrawing");
        await Actors.GetActor<IAccount>(order.From).Withdraw(order.Amount);

        Progress.Set("clearing");
        await Sleep(TimeSpan.FromSeconds(10), "clearing");      // survives restarts, also if it were a month

        await Actors.GetActor<IAccount>(order.To).Deposit(order.Amount);

        // What talks to the world outside is a durable step: its result is stored, and not asked for again.
        await Run("notify", run => notifier.NotifyAsync(order.To, $"{order.Amount} from {order.From}", run.AttemptAborted));
        Progress.Set("done");
        return $"{order.Amount} moved from {order.From} to {order.To}";
    }

    public async Task<string> Status() => await Progress.GetAsync("not started");
}
