using Restate.Actors;

namespace Docs;

// snippet: service
[Actor("Mailer")]
public interface IMailer : IDurableService
{
    Task<string> Welcome(string address);
}

public sealed class Mailer(IMailGateway gateway) : DurableService, IMailer
{
    public async Task<string> Welcome(string address)
    {
        var first = await Run("send", run => gateway.Send(address, "Welcome!", run.AttemptAborted));
        await Sleep(TimeSpan.FromDays(7));
        var second = await Run("send again", run => gateway.Send(address, "Still with us?", run.AttemptAborted));
        return $"{first}, {second}";
    }
}
// end

// snippet: service-payloads
[Actor("Shop")]
public interface IShop : IDurableService
{
    Task<decimal> Price(string article);                    // body: "tea"

    Task<decimal> Total(string article, int count = 1);     // body: {"article": "tea", "count": 2}

    Task Refresh();                                         // no body, no content type

    [Handler("find", Aliases = ["search"])]                 // reached as /Shop/find and /Shop/search
    Task<string[]> Find(string text, CancellationToken cancellationToken = default);
}
// end

// snippet: service-plain-class
[Actor("Greeter")]
public interface IGreeter : IDurableService
{
    Task<string> Greet(string name);
}

public sealed class Greeter(IActorContext context) : IGreeter
{
    public Task<string> Greet(string name)
    {
        context.Logger.LogInformation("Greeting in {InvocationId}", context.InvocationId);
        return Task.FromResult($"Hello {name}!");
    }
}
// end
