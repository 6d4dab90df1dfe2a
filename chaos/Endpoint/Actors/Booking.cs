using Restate.Actors.Chaos.Endpoint.Contracts;

namespace Restate.Actors.Chaos.Endpoint.Actors;

public sealed class Booking : Workflow, IBooking
{
    public async Task<string> Run(BookingOrder order)
    {
        var undo = new Stack<Func<Task>>();
        try
        {
            return await Book(order, undo);
        }
        catch (TerminalException)
        {
            while (undo.TryPop(out var step))
            {
                await step();
            }

            throw;
        }
    }

    public Task Confirm(bool isConfirmed) => Promise(IBooking.Confirmed).ResolveAsync(isConfirmed);

    private async Task<string> Book(BookingOrder order, Stack<Func<Task>> undo)
    {
        var payer = Actors.GetActor<IAccount>(order.Payer);
        var seller = Actors.GetActor<IAccount>(order.Seller);
        var token = await Run("token", _ => Guid.NewGuid().ToString("N"));
        var posting = new Posting(order.Operation, order.Amount, token);
        var undone = posting with { Operation = $"{order.Operation}/undo" };

        await payer.Withdraw(posting);
        undo.Push(() => payer.Deposit(undone));
        await seller.Deposit(posting);
        undo.Push(() => seller.Withdraw(undone));

        await Run("charge", _ => order.IsCardRefused ? throw new TerminalException("The card is refused.", 402) : true);
        var isConfirmed = await Promise(IBooking.Confirmed).GetAsync().WaitAsync(TimeSpan.FromHours(1), Time, CancellationToken);
        return isConfirmed ? token : throw new TerminalException("Declined.", 410);
    }
}
