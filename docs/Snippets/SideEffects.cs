using Restate.Actors;

namespace Docs;

[Actor("Payments")]
public interface IPayments : IDurableService
{
    Task<string> Pay(Order order);

    Task<string> PayPatiently(Order order);

    Task<int> Warmest(string[] cities);

    Task<string> Name();
}

public sealed class Payments(IPaymentGateway gateway, IWeather weather) : DurableService, IPayments
{
    // snippet: run
    public async Task<string> Pay(Order order)
    {
        return await Run("charge", run => gateway.Charge(order.Customer, order.Total, run.InvocationId, run.AttemptAborted));
    }
    // end

    // snippet: run-options
    public async Task<string> PayPatiently(Order order)
    {
        var retries = new RunOptions
        {
            MaxAttempts = 5,
            InitialInterval = TimeSpan.FromSeconds(1),
            Factor = 2,
            MaxInterval = TimeSpan.FromMinutes(1),
        };
        try
        {
            return await Run("charge", run => gateway.Charge(order.Customer, order.Total, run.InvocationId, run.AttemptAborted), retries);
        }
        catch (TerminalException error)
        {
            return $"not paid: {error.Message}";
        }
    }
    // end

    // snippet: run-parallel
    public async Task<int> Warmest(string[] cities)
    {
        var degrees = await Task.WhenAll(cities.Select(city => Run("ask", run => weather.Degrees(city, run.AttemptAborted))));
        return degrees.Max();
    }
    // end

    // snippet: run-synchronous
    public async Task<string> Name()
    {
        return await Run("machine", _ => Environment.MachineName);
    }
    // end
}

public interface IRates
{
    Task<decimal> Ask(string from, CancellationToken cancellationToken);
}

[Actor("Exchange")]
public interface IExchange : IVirtualObject
{
    Task<decimal> Rate();
}

public sealed class Exchange(IRates rates) : VirtualObject, IExchange
{
    // snippet: run-cached
    public Task<decimal> Rate()
    {
        return RunCached("rate", run => rates.Ask(Key, run.AttemptAborted), maxAge: TimeSpan.FromMinutes(5));
    }
    // end
}
