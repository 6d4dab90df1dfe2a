using Restate.Actors;

namespace Quickstart;

public sealed class Catalog : DurableService, ICatalog
{
    public Task<decimal> Price(string article) => article switch
    {
        "tea" => Task.FromResult(4.50m),
        "cup" => Task.FromResult(9.00m),
        _ => throw new TerminalException($"There is no article '{article}'.", 404),
    };
}

public sealed class Cart : VirtualObject, ICart
{
    private IActorState<List<CartLine>> Lines => State<List<CartLine>>("lines");

    private IActorState<string> LastOrderId => State<string>("lastOrder");

    public async Task<decimal> Add(string article, int count)
    {
        var price = await Actors.GetActor<ICatalog>().Price(article);
        var lines = await Lines.GetAsync([]);
        lines.Add(new CartLine(article, count, price));
        Lines.Set(lines);
        return lines.Sum(line => line.Count * line.Price);
    }

    public async Task<string> CheckOut()
    {
        var content = await Content();
        if (content.Lines.Count == 0)
        {
            throw new TerminalException("The cart is empty.", 422);
        }

        var orderId = $"order-{NewGuid():N}";
        await Actors.GetActor<IOrder>(orderId).Send(order => order.Run(content, default));
        Lines.Clear();
        LastOrderId.Set(orderId);
        return orderId;
    }

    public async Task<CartContent> Content() => new(Key, await Lines.GetAsync([]));

    public async Task<string?> LastOrder() => await LastOrderId.GetAsync();
}

public sealed class Order : Workflow, IOrder
{
    private IActorState<string> State => State<string>("status");

    public async Task<string> Run(CartContent cart, CancellationToken cancellationToken)
    {
        State.Set($"waiting for approval of {cart.Total}");
        var approval = Promise<string>("approval").GetAsync();
        var deadline = Task.Delay(TimeSpan.FromDays(3), Time, cancellationToken);
        if (await Task.WhenAny(approval, deadline) == deadline)
        {
            State.Set("expired");
            throw new TerminalException("Nobody approved the order in time.", 408);
        }

        State.Set("charging");
        var receipt = await Run("charge", run => PaymentGateway.Charge(run.InvocationId, cart.Total));
        State.Set("packing");
        await Sleep(TimeSpan.FromSeconds(2), "packing");
        State.Set("shipped");
        return $"{receipt}, approved by {await approval}";
    }

    public Task Approve(string by) => Promise<string>("approval").ResolveAsync(by);

    public async Task<string> Status() => await State.GetAsync("unknown");
}
