using Restate.Actors;

namespace BankTransfers;

/// <summary>Moves money from outside, as an application of the bank would, and counts it.</summary>
public sealed class Demo(IRestateClient actors)
{
    private const decimal Opening = 100m;
    private static readonly string[] Customers = ["anna", "bob", "carl"];

    public async Task RunAsync()
    {
        foreach (var customer in Customers)
        {
            await actors.GetActor<IAccount>(customer).Open(Opening);
        }

        await FinishEarlierTransfersAsync();
        await PrintAccountsAsync("Three accounts:");
        await MoveInCirclesAsync(count: 30);
        await PrintAccountsAsync("After thirty transfers at once:");
        await RefuseAsync();
        await PrintAccountsAsync("After three that were refused:");
    }

    public static void PrintCurlLines() => Print(
        """

        The actors stay up. Try them over HTTP:

          curl localhost:8080/restate/call/Transfer/t-1/Run -H 'content-type: application/json' -d '{"from": "anna", "to": "bob", "amount": 5}'
          curl localhost:8080/restate/call/Account/anna/Balance

        Ctrl+C stops actors and server. Run it again, and kill it while the thirty transfers are on their way.
        """);

    private async Task FinishEarlierTransfersAsync()
    {
        var total = await TotalAsync();
        if (total == Opening * Customers.Length)
        {
            return;
        }

        Print($"An earlier run was stopped with {Opening * Customers.Length - total} on its way between accounts; the transfers go on.");
        while (total != Opening * Customers.Length)
        {
            await Task.Delay(100);
            total = await TotalAsync();
        }
    }

    private async Task MoveInCirclesAsync(int count)
    {
        var transfers = Enumerable.Range(0, count).Select(i => TransferAsync(
            new TransferOrder(Customers[i % 3], Customers[(i + 1) % 3], Amount: 1 + i % 7)));
        foreach (var refusal in (await Task.WhenAll(transfers)).OfType<InsufficientFundsException>())
        {
            Print($"  refused: {refusal.Message}");
        }

        async Task<Exception?> TransferAsync(TransferOrder order)
        {
            try
            {
                await NewTransfer().Run(order);
                return null;
            }
            catch (InsufficientFundsException error)
            {
                return error;
            }
        }
    }

    private async Task RefuseAsync()
    {
        try
        {
            await NewTransfer().Run(new TransferOrder("anna", "bob", 1000));
        }
        catch (InsufficientFundsException error)
        {
            Print($"  1000 to bob       -> refused, {error.Missing} missing");
        }

        try
        {
            await NewTransfer().Run(new TransferOrder("anna", "nobody", 10));
        }
        catch (AccountClosedException error)
        {
            Print($"  10 to nobody      -> sent back: {error.Message}");
        }

        var id = $"transfer-{Guid.NewGuid():N}";
        await actors.GetActor<ITransfer>(id).Run(new TransferOrder("anna", "bob", 1));
        try
        {
            await actors.GetActor<ITransfer>(id).Run(new TransferOrder("anna", "bob", 1));
        }
        catch (WorkflowAlreadyStartedException)
        {
            Print("  the same id again -> refused, it has run");
        }
    }

    private async Task PrintAccountsAsync(string title)
    {
        Print(title);
        foreach (var customer in Customers)
        {
            Print($"  {customer,-5} {await actors.GetActor<IAccount>(customer).Balance(),8:0.00}");
        }

        Print($"  total {await TotalAsync(),8:0.00}");
    }

    private async Task<decimal> TotalAsync() =>
        (await Task.WhenAll(Customers.Select(customer => actors.GetActor<IAccount>(customer).Balance()))).Sum();

    private ITransfer NewTransfer() => actors.GetActor<ITransfer>($"transfer-{Guid.NewGuid():N}");

    private static void Print(string line) => Console.WriteLine(line);
}
