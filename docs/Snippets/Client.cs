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
            options.AdminUri = new Uri("http://localhost:9070");        // only to cancel invocations
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

public sealed class Untyped(IRestateClient client)
{
    // snippet: client-untyped
    public async Task<int> Count(string key)
    {
        var target = InvocationTarget.ForObject("Counter", key, "add");
        await client.CallAsync<int, object?>(target, 5);
        await client.SendAsync(target, 1, new SendOptions { Delay = TimeSpan.FromHours(1), IdempotencyKey = "hourly" });
        return await client.CallAsync<int>(InvocationTarget.ForObject("Counter", key, "get"));
    }
    // end

    // snippet: client-raw
    public async Task<byte[]> Thumbnail(byte[] image)
    {
        var target = InvocationTarget.ForService("Images", "Shrink");
        var result = await client.CallRawAsync(target, new RawPayload(image, "image/png"));
        return result.Content.ToArray();
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
