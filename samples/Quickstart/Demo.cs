using Restate.Actors;

namespace Quickstart;

/// <summary>Calls the actors from outside, as any program would, and prints what happens.</summary>
public sealed class Demo(IRestateClient actors)
{
    private const string Customer = "anna";

    public async Task RunAsync()
    {
        var cart = actors.GetActor<ICart>(Customer);
        await FinishEarlierOrderAsync(await cart.LastOrder());
        await FillAsync(cart);

        var orderId = await cart.CheckOut();
        Print($"Checked out as {orderId}, a workflow that waits for an approval:");
        await FinishAsync(orderId);
        Print($"  started again -> {await StartAgainAsync(orderId)}");
    }

    public static void PrintCurlLines() => Print(
        """

        The actors stay up. Try them over HTTP:

          curl localhost:8080/restate/call/Catalog/Price -H 'content-type: application/json' -d '"tea"'
          curl localhost:8080/restate/call/Cart/bob/Add -H 'content-type: application/json' -d '{"article": "cup", "count": 3}'
          curl localhost:8080/restate/call/Cart/bob/Content
          curl localhost:8080/restate/call/Cart/bob/CheckOut -X POST
          curl localhost:8080/restate/call/Order/ORDER_ID/Approve -H 'content-type: application/json' -d '"me"'

        See what happens at http://localhost:9081/dashboard. The server's UI is at http://localhost:9070. Ctrl+C stops actors and server. Kill them at any moment instead: the next start goes on where they stopped.
        """);

    private static async Task FillAsync(ICart cart)
    {
        Print($"The cart of {Customer}, a virtual object:");
        Print($"  2 x tea       -> total {await cart.Add("tea", 2)}");
        Print($"  1 x cup       -> total {await cart.Add("cup")}");
        try
        {
            await cart.Add("unicorn");
        }
        catch (TerminalException error)
        {
            Print($"  1 x unicorn   -> {error.Code}: {error.Message}");
        }
    }

    private async Task FinishEarlierOrderAsync(string? orderId)
    {
        if (orderId is not null && await actors.GetActor<IOrder>(orderId).Status() != "shipped")
        {
            Print($"An earlier run was stopped in the middle of {orderId}; it goes on:");
            await FinishAsync(orderId);
        }
    }

    private async Task FinishAsync(string orderId)
    {
        var order = actors.GetActor<IOrder>(orderId);
        var status = await order.Status();
        while (status == "unknown")
        {
            await Task.Delay(20);
            status = await order.Status();
        }

        Print($"  status        -> {status}");
        if (status.StartsWith("waiting", StringComparison.Ordinal))
        {
            await order.Approve("the boss");
        }

        Print($"  result        -> {await actors.GetWorkflow<IOrder, string>(orderId).AttachAsync()}");
        Print($"  status        -> {await order.Status()}");
    }

    private async Task<string> StartAgainAsync(string orderId)
    {
        try
        {
            return await actors.GetActor<IOrder>(orderId).Run(new CartContent(Customer, []));
        }
        catch (WorkflowAlreadyStartedException)
        {
            return "refused: an order runs once";
        }
    }

    private static void Print(string line) => Console.WriteLine(line);
}
