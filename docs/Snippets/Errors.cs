using Restate.Actors;

namespace Docs;

[Actor("Trip")]
public interface ITrip : IWorkflow
{
    [WorkflowRun]
    Task<string> Run(Order order, CancellationToken cancellationToken = default);
}

[Actor("Hotel")]
public interface IHotel : IVirtualObject
{
    Task<string> Book(string guest);

    Task Release(string guest);
}

// snippet: terminal
public sealed class Hotel : VirtualObject, IHotel
{
    public async Task<string> Book(string guest)
    {
        if (string.IsNullOrWhiteSpace(guest))
        {
            throw new TerminalException("A guest needs a name.", 400);
        }

        var guests = await State<List<string>>("guests").GetAsync([]);
        if (guests.Count == 100)
        {
            throw new TerminalException(
                "The hotel is full.", 422, new Dictionary<string, string> { ["hotel"] = Key, ["guests"] = "100" });
        }

        guests.Add(guest);
        State<List<string>>("guests").Set(guests);
        return $"{Key}-{guests.Count}";
    }
    // end

    public async Task Release(string guest)
    {
        var guests = await State<List<string>>("guests").GetAsync([]);
        guests.Remove(guest);
        State<List<string>>("guests").Set(guests);
    }
}

public sealed class Trip(IPaymentGateway gateway) : Workflow, ITrip
{
    // snippet: saga
    public async Task<string> Run(Order order, CancellationToken cancellationToken)
    {
        var undo = new Stack<Func<Task>>();
        try
        {
            undo.Push(() => Actors.GetActor<IHotel>("ritz").Release(order.Customer));
            var room = await Actors.GetActor<IHotel>("ritz").Book(order.Customer);

            var receipt = await Run("charge", run => gateway.Charge(order.Customer, order.Total, run.InvocationId, run.AttemptAborted));
            undo.Push(() => Run("refund", run => gateway.Refund(receipt, run.AttemptAborted)));

            await Actors.GetActor<IHotel>("palace").Book(order.Customer);
            return $"{room}, {receipt}";
        }
        catch (Exception error) when (error is TerminalException or InvocationCancelledException)
        {
            while (undo.TryPop(out var step))
            {
                await step();
            }

            throw;
        }
    }
    // end
}

public sealed class Booking(IActorFactory actors)
{
    // snippet: callee-failure
    public async Task<string> BookSomewhere(string guest)
    {
        try
        {
            return await actors.GetActor<IHotel>("ritz").Book(guest);
        }
        catch (TerminalException error) when (error.Code == 422)
        {
            return await actors.GetActor<IHotel>("palace").Book(guest);
        }
    }
    // end
}
