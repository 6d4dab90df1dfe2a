using System.Globalization;
using System.Text.Json.Serialization;
using Restate.Actors;

namespace Docs;

// snippet: rsta1001
[Actor("Stock")]
public interface IStock : IVirtualObject
{
    [Shared]
    Task<int> Count();
}
// end

// snippet: rsta1002
[Actor("Orders")]
public interface IOrders : IVirtualObject
{
    [Shared]
    Task<OrderPage> List(string? after = null, int size = 100);
}

public sealed record OrderPage(IReadOnlyList<Order> Items, string? Next);
// end

// snippet: rsta1003
[Actor("Parser")]
public interface IParser : IDurableService
{
    Task<Parsed> TryParse(string text);

    Task<int> Sum(int[] numbers);
}

public sealed record Parsed(bool IsNumber, int Number);
// end

// snippet: rsta1004
[Actor("Directory")]
public interface IDirectory : IDurableService
{
    [Handler("FindById")]
    Task<string> Find(int id);

    [Handler("FindByName")]
    Task<string> Find(string name);
}
// end

// snippet: rsta1005
[Actor("AddressStore", typeof(IStore<Address>))]
[Actor("OrderStore", typeof(IStore<Order>))]
public interface IStore<T> : IVirtualObject
{
    Task Put(T value);
}

public sealed class AddressStore : VirtualObject, IStore<Address>
{
    public Task Put(Address value)
    {
        State<Address>("value").Set(value);
        return Task.CompletedTask;
    }
}
// end

// snippet: rsta1006
[Actor("Thermostat")]
public interface IThermostat : IVirtualObject
{
    [Shared]
    Task<int> Target();

    [Exclusive]
    Task SetTarget(int degrees);
}
// end

// snippet: rsta1007
[Actor("Loader")]
public interface ILoader : IDurableService
{
    Task Load(string file, CancellationToken cancellationToken = default);
}
// end

// snippet: rsta1008
[Actor("Onboarding")]
public interface IOnboarding : IWorkflow
{
    [WorkflowRun]
    Task Run(string employee);

    [Shared]
    Task Sign(string document);
}
// end

// snippet: rsta1009
[Actor("Converter")]
public interface IConverter : IDurableService
{
    Task<decimal> Convert(decimal amount);
}

[Actor("Delivery")]
public interface IDelivery : IWorkflow
{
    [WorkflowRun]
    Task Run();

    [Shared]
    Task<string> Where();
}
// end

// snippet: rsta1010
[Actor("Sales.Customer")]
public interface ICustomer : IVirtualObject
{
    [Shared]
    Task<string> Name();

    [Shared, Handler("FullName")]
    Task<string> NameAsync();
}
// end

// snippet: rsta1011
[Actor("Counter")]
public interface ICounter : IVirtualObject
{
    [Shared]
    Task<int> Get();
}

public sealed class Counter : VirtualObject, ICounter
{
    public async Task<int> Get() => await State<int>("count").GetAsync();
}
// end

// snippet: rsta1012
[Actor("Inbox")]
public interface IInbox : IVirtualObject
{
    Task Put(string text);
}

[Actor("Dispatcher")]
public interface IDispatcher : IDurableService
{
    Task Dispatch(string user, string text);
}

public sealed class Dispatcher : DurableService, IDispatcher
{
    public Task Dispatch(string user, string text) => Actors.GetActor<IInbox>(user).Put(text);
}
// end

// snippet: rsta1013
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(OrderPage))]
internal sealed partial class OrdersJson : JsonSerializerContext;
// end

// snippet: rsta1014
[Actor("Wallet")]
public interface IWallet : IVirtualObject
{
    [Shared]
    Task<decimal> Balance();
}
// end

// snippet: rsta1015
public readonly record struct Day(DateOnly Date) : IActorKey<Day>
{
    public static string Format(Day key) => key.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static bool TryParse(string text, out Day key)
    {
        var isDay = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        key = new Day(date);
        return isDay;
    }
}

[Actor("Calendar")]
public interface ICalendar : IVirtualObject<Day>
{
    Task Book(string what);
}
// end

// snippet: rsta1017
[Actor("Pallet")]
public interface IPallet : IVirtualObject<Guid>
{
    Task Deliver();
}
// end

[Actor("Rules")]
public interface IRules : IVirtualObject
{
    Task Discount(decimal price);

    Task<string> Greeting();

    Task<string> Page(HttpClient http);

    Task<long> Hash(int[] numbers);

    Task Save(IWeather weather);

    Task Both(Guid account);
}

public sealed class Rules : VirtualObject, IRules
{
    // snippet: rsta0570
    public async Task Discount(decimal price)
    {
        if (Time.GetUtcNow().DayOfWeek == DayOfWeek.Friday)
        {
            await Run("note", _ => Console.WriteLine("Friday price"));
        }

        State<decimal>("price").Set(price);
    }
    // end

    // snippet: rsta0571
    public async Task<string> Greeting()
    {
        var isOn = await Run("flag", _ => Environment.GetEnvironmentVariable("GREET") == "1");
        if (isOn)
        {
            await Sleep(TimeSpan.FromSeconds(1));
        }

        return "done";
    }
    // end

    // snippet: rsta2003
    public async Task<string> Page(HttpClient http)
    {
        return await Run("fetch", run => http.GetStringAsync("https://example.org", run.AttemptAborted));
    }
    // end

    // snippet: rsta2004
    public async Task<long> Hash(int[] numbers)
    {
        var hash = await Run("hash", _ => numbers.AsParallel().Sum(number => (long)number * number));
        State<long>("hash").Set(hash);
        return hash;
    }
    // end

    // snippet: rsta2010
    public async Task Save(IWeather weather)
    {
        var city = await State<string>("city").GetAsync("Rome");
        var degrees = await Run("ask", run => weather.Degrees(city, run.AttemptAborted));
        State<int>("degrees").Set(degrees);
    }
    // end

    // snippet: rsta4001
    public async Task Both(Guid account)
    {
        var proxy = Actors.GetActor<IAccount>(account);
        await proxy.Send(to => to.Deposit(10));
        await proxy.Send(to => to.Withdraw(5));
    }
    // end

    // snippet: rsta4004
    public async Task Refill(Guid account)
    {
        await Actors.GetActor<IAccount>(account).Send(to => to.Deposit(10));
    }
    // end
}

// snippet: rsta2011
public sealed class Accounting(IActorFactory actors)
{
    public Task Book(Guid account, decimal amount) => actors.GetActor<IAccount>(account).Deposit(amount);
}
// end

// snippet: rsta3003
[Actor("Meter")]
public interface IMeter : IVirtualObject
{
    [Exclusive]
    Task<int> Next();

    [Shared]
    Task<int> Current();
}

public sealed class Meter : VirtualObject, IMeter
{
    public async Task<int> Next()
    {
        var next = await State<int>("value").GetAsync(0) + 1;
        State<int>("value").Set(next);
        return next;
    }

    public async Task<int> Current() => await State<int>("value").GetAsync(0);
}
// end
