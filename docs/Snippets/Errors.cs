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

public sealed class OutOfStockException(string message, int left) : Exception(message)
{
    public int Left { get; } = left;
}

public static class ErrorMapping
{
    public static void Host(WebApplicationBuilder builder)
    {
        // snippet: errors-host
        builder.Services.AddRestateActors()
            .AddGeneratedActors()
            .TreatAsTerminal<ArgumentException>(400)
            .MapError<OutOfStockException>(
                "out-of-stock",
                422,
                error => new Dictionary<string, string> { ["left"] = $"{error.Left}" },
                (message, values) => new OutOfStockException(message, int.Parse(values["left"])));
        // end
    }
}

[Actor("Warehouse")]
public interface IWarehouse : IVirtualObject
{
    Task Take(int count);
}

// snippet: errors-attribute
[TerminalOn(typeof(FormatException), 400)]
public sealed class Warehouse : VirtualObject, IWarehouse
{
    [TerminalOn(typeof(OverflowException), 422)]
    public async Task Take(int count)
    {
        var left = await State<int>("left").GetAsync(0);
        if (count > left)
        {
            throw new OutOfStockException($"{Key} is out of stock.", left);
        }

        State<int>("left").Set(checked(left - count));
    }
}
// end
