using Restate.Actors;

namespace Docs;

[Actor("RuleBook")]
public interface IRuleBook : IVirtualObject
{
    Task<string> Expire(int days);

    Task<string> Order(string article);

    Task<int> Degrees(string city);

    Task<int> Ask(string city);

    Task NotifyAll(string[] users);

    Task Remind(string user);

    Task Collect(string[] cities);

    Task PayOut(Dictionary<string, decimal> amounts);

    Task<string> Book(Guid account);

    Task Settle(Guid account);

    Task<int> Count();

    Task<string> Region();

    Task<int> Visit();

    Task<string> Import(string path);

    Task Add(string article);

    Task Greet(string[] users);

    Task Close(Guid account);

    Task Withdraw(decimal amount);
}

public sealed class ShoppingBag
{
    public List<string> Articles { get; init; } = [];
}

public sealed class RuleBook(IWeather weather) : VirtualObject, IRuleBook
{
    // snippet: rsta2001
    public async Task<string> Expire(int days)
    {
        var until = Time.GetUtcNow().AddDays(days);
        await Run("note", _ => Console.WriteLine(until));
        return $"{until:O}";
    }
    // end

    // snippet: rsta2002
    public async Task<string> Order(string article)
    {
        var id = NewGuid();
        await Run("order", _ => Console.WriteLine($"{id} {article}"));
        return $"{id}";
    }
    // end

    // snippet: rsta2005
    public async Task<int> Degrees(string city)
    {
        return await Run("ask", run => weather.Degrees(city, run.AttemptAborted));
    }
    // end

    // snippet: rsta2006
    public async Task<int> Ask(string city)
    {
        var degrees = await AskTwice(city);
        State<int>("degrees").Set(degrees);
        return degrees;
    }

    private async Task<int> AskTwice(string city)
    {
        var first = await Run("first", run => weather.Degrees(city, run.AttemptAborted));
        return first + await Run("second", run => weather.Degrees(city, run.AttemptAborted));
    }
    // end

    // snippet: rsta2007
    public async Task NotifyAll(string[] users)
    {
        await Task.WhenAll(users.Take(100).Select(Notify));
    }

    private async Task Notify(string user) => await Actors.GetActor<IAudit>().Record(NewGuid(), user);
    // end

    // snippet: rsta2008
    public async Task Remind(string user)
    {
        await Task.Delay(TimeSpan.FromDays(1), Time);
        await Actors.GetActor<IAudit>().Record(NewGuid(), user);
    }
    // end

    // snippet: rsta2009
    public async Task Collect(string[] cities)
    {
        var answers = cities.Select(city => Run("ask", run => weather.Degrees(city, run.AttemptAborted)));
        await foreach (var answer in Durable.WhenEach(answers))
        {
            State<int>("last").Set(await answer);
        }
    }
    // end

    // snippet: rsta2012
    public async Task PayOut(Dictionary<string, decimal> amounts)
    {
        foreach (var (user, amount) in amounts.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            await Actors.GetActor<IAudit>().Record(NewGuid(), $"{user} {amount}");
        }
    }
    // end

    // snippet: rsta2013
    public async Task<string> Book(Guid account)
    {
        try
        {
            await Actors.GetActor<IAccount>(account).Deposit(10);
            return "booked";
        }
        catch (TerminalException e)
        {
            return e.Message;
        }
    }
    // end

    // snippet: rsta2014
    public async Task Settle(Guid account)
    {
        var deposit = Actors.GetActor<IAccount>(account).Deposit(10);
        await Actors.GetActor<IAudit>().Send(audit => audit.Record(account, "settled"));
        await deposit;
    }
    // end

    // snippet: rsta2015
    public async Task<int> Count()
    {
        var count = await State<int>("count").GetAsync(0) + 1;
        State<int>("count").Set(count);
        return count;
    }
    // end

    // snippet: rsta2016
    public async Task<string> Region()
    {
        var region = await Run("region", _ => Environment.GetEnvironmentVariable("REGION") ?? "eu");
        State<string>("region").Set(region);
        return region;
    }
    // end

    // snippet: rsta3001
    private IActorState<int> Visits => State<int>("visits");

    public async Task<int> Visit()
    {
        var visits = await Visits.GetAsync(0) + 1;
        Visits.Set(visits);
        return visits;
    }
    // end

    // snippet: rsta3002
    public async Task<string> Import(string path)
    {
        var text = await Run("read", async run =>
        {
            using var file = File.OpenText(path);
            return await file.ReadToEndAsync(run.AttemptAborted);
        });
        await Actors.GetActor<IAudit>().Record(NewGuid(), text);
        return text;
    }
    // end

    // snippet: rsta3004
    public async Task Add(string article)
    {
        var basket = await State<ShoppingBag>("basket").GetAsync(new ShoppingBag());
        basket.Articles.Add(article);
        State<ShoppingBag>("basket").Set(basket);
    }
    // end

    // snippet: rsta3005
    public async Task Greet(string[] users)
    {
        await Durable.ForEachAsync(users, maxConcurrency: 20, user => Actors.GetActor<IAudit>().Record(NewGuid(), user));
    }
    // end

    // snippet: rsta4003
    public async Task Close(Guid account)
    {
        await Actors.GetActor<IAccount>(account).Withdraw(5);
    }
    // end

    // snippet: rsta4101
    public async Task Withdraw(decimal amount)
    {
        if (amount <= 0)
        {
            throw new TerminalException("amount must be positive", 400);
        }

        State<decimal>("balance").Set(await State<decimal>("balance").GetAsync(0m) - amount);
    }
    // end
}

// snippet: durable-code
[DurableCode]
public sealed class Approvals(IActorContext context)
{
    public async Task<bool> Ask(string question)
    {
        var until = context.Time.GetUtcNow().AddDays(2);        // checked like the code of a handler
        var answer = await context.Signal<bool>(question).WaitAsync(TimeSpan.FromDays(2), context.Time);
        return answer && context.Time.GetUtcNow() < until;
    }
}
// end

// snippet: rsta4002
[Actor("Counter2")]
public interface ICounter2 : IVirtualObject
{
    Task<int> Add(int number);

    Task<int> AddTwice(int number);
}

public sealed class Counter2 : VirtualObject, ICounter2
{
    public async Task<int> Add(int number)
    {
        var sum = await State<int>("sum").GetAsync(0) + number;
        State<int>("sum").Set(sum);
        return sum;
    }

    public async Task<int> AddTwice(int number)
    {
        await Add(number);                                  // a plain method call
        return await Add(number);
    }
}
// end

// snippet: rsta5001
[Actor("Parking")]
public interface IParking : IVirtualObject
{
    [Handler("Leave", Aliases = ["Exit"])]                  // was called Exit: queued calls still arrive
    Task Leave(string plate);
}
// end

// snippet: rsta5002
[Actor("Garage")]
public interface IGarage : IVirtualObject
{
    Task Park(string plate, int level, bool isElectric = false);        // isElectric is new
}
// end

// snippet: rsta5003
[Actor("Gate")]
public interface IGate : IVirtualObject
{
    Task<bool> Open(string plate);                          // stays exclusive

    [Shared]
    Task<bool> IsOpen();                                    // the shared form is a handler of its own
}
// end

// snippet: rsta5004
public sealed class Gate : VirtualObject, IGate
{
    public async Task<bool> Open(string plate)
    {
        var openings = await State<long?>("openings64").GetAsync() ?? await State<int>("openings").GetAsync(0);
        State<long?>("openings64").Set(openings + 1);
        return true;
    }

    public async Task<bool> IsOpen() => await State<long?>("openings64").GetAsync() > 0;
}
// end
