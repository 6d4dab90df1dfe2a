using System.Net;
using Restate.Actors;

namespace Docs;

[Actor("Feed")]
public interface IFeed : IDurableService
{
    Task<string> Read(string address);

    Task<string> Settle(Order order);
}

public sealed class Feed(HttpClient http, IPaymentGateway gateway) : DurableService, IFeed
{
    // snippet: retry-after
    public async Task<string> Read(string address)
    {
        return await Run("read", async run =>
        {
            using var answer = await http.GetAsync(address, run.AttemptAborted);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            {
                throw new RetryAfterException(answer.Headers.RetryAfter?.Delta ?? TimeSpan.FromMinutes(1), "The feed is busy.");
            }

            return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(run.AttemptAborted);
        });
    }
    // end

    // snippet: pause
    public async Task<string> Settle(Order order)
    {
        var retries = new RunOptions { MaxAttempts = 3, PauseWhenExhausted = true };
        return await Run("settle", run => gateway.Charge(order.Customer, order.Total, run.InvocationId, run.AttemptAborted), retries);
    }
    // end
}
