using Restate.Actors;
using Restate.Actors.Testing;

namespace Docs.Readme;

[Actor("Statements")]
public interface IStatements : IDurableService
{
    Task ToppedUp(string card, decimal amount);
}

// snippet: readme-card
public interface IGiftCard : IVirtualObject
{
    [Exclusive] Task<decimal> TopUp(decimal amount);
    [Shared] Task<decimal> Balance();
}

public sealed class GiftCard(IPaymentGateway gateway) : VirtualObject, IGiftCard
{
    private IActorState<decimal> Amount => State<decimal>("amount");

    public async Task<decimal> TopUp(decimal amount)
    {
        await Run("charge", run => gateway.Charge(Key, amount, run.InvocationId, run.AttemptAborted));  // its result is stored and not asked for again
        Amount.Set(await Balance() + amount);
        await Actors.GetActor<IStatements>().Send(statements => statements.ToppedUp(Key, amount));      // delivered once
        await Task.Delay(TimeSpan.FromDays(3), Time);                                                   // survives every restart
        return await Balance();
    }

    public async Task<decimal> Balance() => await Amount.GetAsync(0m);
}
// end

// snippet: readme-visits
[Actor("Visits")]
public interface IVisits : IVirtualObject
{
    [Exclusive] Task<int> Add(int value);
    [Shared] Task<int> Get();
}

public sealed class Visits : VirtualObject, IVisits
{
    private IActorState<int> Value => State<int>("value");

    public async Task<int> Add(int value)
    {
        var sum = await Value.GetAsync(0) + value;
        Value.Set(sum);
        return sum;
    }

    public async Task<int> Get() => await Value.GetAsync(0);
}
// end

// snippet: readme-caller
public sealed class Page(IActorFactory actors)
{
    public Task<int> Visit(string path) => actors.GetActor<IVisits>(path).Add(1);
}
// end

public static class ReadmeSnippets
{
    public static async Task Call(IActorFactory actors)
    {
        // snippet: readme-call
        var balance = await actors.GetActor<IGiftCard>("anna").TopUp(10);   // the same call inside handlers (durable) and outside (HTTP)
        // end
        Console.WriteLine(balance);
    }

    public static void Client(WebApplicationBuilder builder)
    {
        // snippet: readme-client
        builder.Services.AddRestateClient();      // the ingress of a Restate server, http://localhost:8080
        // end
    }

    public static async Task Test()
    {
        // snippet: readme-test
        await using var host = await ActorTestHost.StartAsync(
            actors => actors.AddGeneratedActors(),
            services => services.AddSingleton<IMailGateway>(new FakeMails()));

        var result = await host.GetActor<ITrial>("anna").Run("anna@example.com");   // sleeps for thirty days, in milliseconds
        // end
        Console.WriteLine(result);
    }

    private sealed class FakeMails : IMailGateway
    {
        public Task<string> Send(string address, string text, CancellationToken cancellationToken) => Task.FromResult("sent");
    }
}
