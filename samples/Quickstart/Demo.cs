using Restate.Actors;

namespace Quickstart;

/// <summary>Calls the actors from outside, as any program would, and prints what happens.</summary>
public static class Demo
{
    public static async Task RunAsync(IActorFactory actors)
    {
        var customer = $"anna-{Guid.NewGuid().ToString("N")[..6]}";
        var cart = actors.GetActor<ICart>(customer);

        Print($"Cart of {customer}, a virtual object:");
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

        var orderId = await cart.CheckOut();
        Print($"Checked out as {orderId}, a workflow that waits for an approval:");
        var order = actors.GetActor<IOrder>(orderId);
        await UntilAsync(order, "waiting");
        Print($"  status        -> {await order.Status()}");

        var run = await order.Send(o => o.Run(new CartContent(customer, []), default));
        Print($"  started twice -> the same invocation: {await run.GetIdAsync()}");
        await order.Approve("the boss");
        Print($"  approved      -> {await run.AttachAsync()}");
        Print($"  status        -> {await order.Status()}");
    }

    public static void PrintCurlLines() => Print(
        """

        The actors stay up. Try them over HTTP:

          curl localhost:8080/Catalog/Price -H 'content-type: application/json' -d '"tea"'
          curl localhost:8080/Cart/bob/Add -H 'content-type: application/json' -d '{"article": "cup", "count": 3}'
          curl localhost:8080/Cart/bob/Content
          curl localhost:8080/Cart/bob/CheckOut -X POST
          curl localhost:8080/Order/ORDER_ID/Approve -H 'content-type: application/json' -d '"me"'

        The server's UI is at http://localhost:9070. Ctrl+C stops actors and server; nothing is lost.
        """);

    private static async Task UntilAsync(IOrder order, string status)
    {
        while (!(await order.Status()).StartsWith(status, StringComparison.Ordinal))
        {
            await Task.Delay(20);
        }
    }

    private static void Print(string line) => Console.WriteLine(line);
}
