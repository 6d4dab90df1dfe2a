using Restate.Actors;

namespace OrderSaga;

/// <summary>Places four orders, of which one goes through, and shows what is left of the others: nothing.</summary>
public sealed class Demo(IRestateClient actors, SimulatedPayments payments)
{
    private static readonly OrderLine[] Tea = [new("tea", 2), new("cup", 1)];

    public async Task RunAsync()
    {
        await actors.GetActor<IStock>("tea").Fill(10);
        await actors.GetActor<IStock>("cup").Fill(10);
        await PrintAsync("before");

        Print("An order to Rome; the carrier is down at first, and the step is tried again:");
        await PlaceAsync(new OrderRequest(Tea, 18m, "Rome"));
        Print("An order to Atlantis; the carrier refuses, so payment and stock are given back:");
        await PlaceAsync(new OrderRequest(Tea, 18m, "Atlantis"));
        Print("An order for too many cups; the tea goes back, and nothing was charged:");
        await PlaceAsync(new OrderRequest([new("tea", 1), new("cup", 100)], 904.50m, "Rome"));
        Print("An order that is cancelled while it is packed:");
        await PlaceAsync(new OrderRequest(Tea, 18m, "Rome"), cancelWhile: "packing");
    }

    public static void PrintCurlLines() => Print(
        """

        The actors stay up. Try them over HTTP:

          curl localhost:8080/restate/send/Order/mine/Run -H 'content-type: application/json' -d '{"lines": [{"article": "tea", "count": 1}], "total": 4.5, "destination": "Atlantis"}'
          curl localhost:8080/restate/call/Order/mine/Status
          curl localhost:8080/restate/call/Stock/tea/Available

        Kill the program between the first two lines and start it again: the order is finished, or undone, all the same. Ctrl+C stops actors and server.
        """);

    private async Task PlaceAsync(OrderRequest request, string? cancelWhile = null)
    {
        var id = $"order-{Guid.NewGuid():N}";
        var run = await actors.GetActor<IOrder>(id).Send(order => order.Run(request, default));
        if (cancelWhile is not null)
        {
            await WaitForAsync(id, cancelWhile);
            await run.CancelAsync();
        }

        try
        {
            Print($"  result  -> {await run.AttachAsync()}");
        }
        catch (TerminalException error)
        {
            Print($"  result  -> {error.Code}: {error.Message}");
        }

        await PrintAsync(await actors.GetActor<IOrder>(id).Status());
    }

    private async Task WaitForAsync(string orderId, string stage)
    {
        while (await actors.GetActor<IOrder>(orderId).Status() != stage)
        {
            await Task.Delay(20);
        }
    }

    private async Task PrintAsync(string stage)
    {
        var tea = await actors.GetActor<IStock>("tea").Available();
        var cups = await actors.GetActor<IStock>("cup").Available();
        Print($"  {stage,-7} -> {tea} tea, {cups} cups, {payments.Total} charged");
    }

    private static void Print(string line) => Console.WriteLine(line);
}
