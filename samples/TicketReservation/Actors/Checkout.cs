using Restate.Actors;

namespace TicketReservation.Actors;

public sealed class Checkout(IPayments payments) : Workflow, ICheckout
{
    // Who pays gets the tickets: a cancellation must not stop it between the two.
    [ExplicitCancellation]
    public async Task<Tickets> Run(CheckoutRequest request)
    {
        var show = Actors.GetActor<IShow>(request.Show);
        var seats = await show.BeginCheckout(WorkflowId, request.Visitor);
        var total = seats.Sum(Hall.PriceOf);
        string receipt;
        try
        {
            receipt = await Run("charge", run => payments.Charge(WorkflowId, request.Card, total, run.AttemptAborted));
        }
        catch (TerminalException)
        {
            await show.ReturnToHold(WorkflowId, request.HoldTime);
            throw;
        }

        await show.Sell(WorkflowId);
        return new Tickets(seats, total, receipt);
    }
}
