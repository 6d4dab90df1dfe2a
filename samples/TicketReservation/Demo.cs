using Restate.Actors;
using TicketReservation.Actors;

namespace TicketReservation;

/// <summary>Two visitors of a show that nobody else sees.</summary>
public sealed class Demo(IRestateClient actors)
{
    private readonly string _showName = $"demo-{Guid.NewGuid():N}";

    private IShow Show => actors.GetActor<IShow>(_showName);

    public async Task RunAsync()
    {
        await HoldAsync("anna", "A1", TimeSpan.FromMinutes(2));
        await HoldAsync("bob", "A1", TimeSpan.FromMinutes(2));
        await HoldAsync("bob", "A2", TimeSpan.FromSeconds(1));
        await WaitForExpiryAsync("A2");
        await CheckOutAsync("anna", card: "refused");
        await CheckOutAsync("anna", card: "good");
        await CheckOutAsync("bob", card: "good");
        foreach (var (seat, taken) in (await Show.Map()).Taken)
        {
            Print($"at the end {seat} is {taken.Status} to {taken.Visitor}");
        }
    }

    private Task HoldAsync(string visitor, string seat, TimeSpan time) => TryAsync($"{visitor} holds {seat}", async () =>
    {
        await Show.Hold(seat, visitor, time);
        return $"for {time}";
    });

    private async Task WaitForExpiryAsync(string seat)
    {
        while ((await Show.Map()).Taken.ContainsKey(seat))
        {
            await Task.Delay(100);
        }

        Print($"{seat} is free again: nobody paid for it in time");
    }

    private Task CheckOutAsync(string visitor, string card) => TryAsync($"{visitor} pays with a {card} card", async () =>
    {
        var request = new CheckoutRequest(_showName, visitor, card, HoldTime: TimeSpan.FromMinutes(2));
        var tickets = await actors.GetActor<ICheckout>($"{Guid.NewGuid():N}").Run(request);
        return $"{string.Join(", ", tickets.Seats)} for {tickets.Total}";
    });

    private static async Task TryAsync(string what, Func<Task<string>> action)
    {
        try
        {
            Print($"{what} -> {await action()}");
        }
        catch (TerminalException error)
        {
            Print($"{what} -> {error.Code}: {error.Message}");
        }
    }

    private static void Print(string line) => Console.WriteLine(line);
}
