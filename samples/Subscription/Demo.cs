using Restate.Actors;

namespace Subscription;

/// <summary>Two members whose months take two seconds.</summary>
public sealed class Demo(IRestateClient actors)
{
    private static readonly Plan ShortMonths = new("silver", 9.90m, RetryAfter: TimeSpan.FromSeconds(0.5), Period: TimeSpan.FromSeconds(2));

    public async Task RunAsync()
    {
        var name = $"{Guid.NewGuid():N}"[..6];
        await PayAsync(actors.GetActor<IMembership>($"anna-{name}"));
        await DoNotPayAsync(actors.GetActor<IMembership>($"broke-{name}"));

        var bob = actors.GetActor<IMembership>($"bob-{name}");
        await bob.Begin(new Plan("gold", 19.90m, RetryAfter: TimeSpan.FromDays(3)));
        Print($"A member with real months pays next on {await bob.NextPayment():u}.");
        await bob.End();
    }

    public static void PrintCurlLines() => Print(
        """

        The actors stay up. Begin a membership with short months, and look at its invoices:

          curl localhost:8080/restate/call/Membership/carl/Begin -H 'content-type: application/json' -d '{"name": "silver", "price": 9.9, "retryAfter": "00:00:01", "period": "00:00:05"}'
          curl localhost:8080/restate/call/Membership/carl/Invoices
          curl localhost:8080/restate/call/Membership/carl/End -X POST

        Kill the program for half a minute in between: the next invoice holds the periods that were missed. Ctrl+C stops actors and server.
        """);

    private static async Task PayAsync(IMembership member)
    {
        Print("A member who pays:");
        await member.Begin(ShortMonths);
        var known = 0;
        while (known < 3)
        {
            await Task.Delay(100);
            foreach (var invoice in (await member.Invoices()).Skip(known))
            {
                Print($"  {invoice.Date:HH:mm:ss} paid {invoice.Amount} for {invoice.Plan}");
                known++;
            }
        }

        await member.End();
        Print($"  status after the end -> {await member.Status()}");
    }

    private static async Task DoNotPayAsync(IMembership member)
    {
        Print("A member whose card is refused:");
        await member.Begin(ShortMonths);
        foreach (var status in (string[])["active", "overdue", "suspended"])
        {
            while (await member.Status() != status)
            {
                await Task.Delay(100);
            }

            Print($"  status -> {status}");
        }
    }

    private static void Print(string line) => Console.WriteLine(line);
}
