using Restate.Actors;

namespace Docs;

public static class ClientSetup
{
    public static void Add(IServiceCollection services)
    {
        // snippet: client-add
        services.AddRestateClient(options =>
        {
            options.IngressUri = new Uri("http://localhost:8080");
            options.RequestTimeout = TimeSpan.FromMinutes(2);
        });
        // end
    }
}

// snippet: client-typed
public sealed class Checkout(IActorFactory actors)
{
    public async Task<decimal> Pay(string orderId, Guid account, decimal amount, CancellationToken cancellationToken)
    {
        var withdrawal = new CallOptions { IdempotencyKey = orderId };
        return await actors.GetActor<IAccount>(account).Call(from => from.Withdraw(amount), withdrawal, cancellationToken);
    }
}
// end

public sealed class Untyped(IActorFactory actors)
{
    // snippet: client-untyped
    public async Task<int> Count(string key)
    {
        var counter = actors.GetActor("Counter", key);
        await counter.CallAsync<int, object?>("add", 5);
        await counter.SendAsync("add", 1, new SendOptions { Delay = TimeSpan.FromHours(1), IdempotencyKey = "hourly" });
        return await counter.CallAsync<int>("get");
    }
    // end

    // snippet: client-untyped-workflow
    public async Task<string> Ship(string orderId)
    {
        var shipping = actors.GetActor("Shipping", orderId).AsWorkflow("run");
        await shipping.SendAsync("run", orderId);
        return await shipping.GetInvocation<string>("run").AttachAsync();
    }
    // end

    // snippet: client-raw
    public async Task<byte[]> Thumbnail(byte[] image)
    {
        var result = await actors.GetActor("Images").CallAsync<RawPayload, RawPayload>("Shrink", new RawPayload(image, "image/png"));
        return result.Content.ToArray();
    }
    // end
}

public sealed class Fair(IActorFactory actors)
{
    // snippet: client-scope
    public Task<decimal> Report(string tenant, Guid account)
    {
        return actors.GetActor<IAccount>(account).Call(of => of.Withdraw(0), new CallOptions { Scope = tenant, LimitKey = "reports" });
    }
    // end
}

public sealed class Careful(IRestateClient client)
{
    // snippet: client-failures
    public async Task<string> Withdraw(Guid account, decimal amount)
    {
        try
        {
            return $"{await client.GetActor<IAccount>(account).Withdraw(amount)} left";
        }
        catch (TerminalException error)
        {
            return $"refused by the account: {error.Code} {error.Message} ({error.InvocationId})";
        }
        catch (RestateUnavailableException error) when (error.Retry == RetryAdvice.RetryIfIdempotent)
        {
            return "it may have happened";
        }
        catch (RestateClientException error)
        {
            return $"it did not happen: {error.Message}";
        }
    }
    // end

    // snippet: client-workflow-failure
    public async Task<bool> SignUp(string user, string address)
    {
        try
        {
            return await client.GetActor<ISignup>(user).Run(address);
        }
        catch (WorkflowAlreadyStartedException)
        {
            return await client.GetWorkflow<ISignup, bool>(user).AttachAsync();
        }
    }
    // end
}
