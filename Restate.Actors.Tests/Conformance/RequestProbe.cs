namespace Restate.Actors.Tests.Conformance;

[Actor("RequestProbe")]
public interface IRequestProbe : IDurableService
{
    Task<string> DescribeAsync();

    Task<string> CallInScopeAsync(string scope, string limitKey);

    Task<string> SendInScopeAsync(string scope, string limitKey);

    Task<string> CallByNameAsync(string scope, string limitKey);
}

/// <summary>Tells what an invocation knows of its request.</summary>
public sealed class RequestProbe : DurableService, IRequestProbe
{
    public Task<string> DescribeAsync() => Task.FromResult($"{Request.Scope ?? "-"} {Request.LimitKey ?? "-"} {Request.IdempotencyKey ?? "-"}");

    public Task<string> CallInScopeAsync(string scope, string limitKey)
    {
        var options = new CallOptions { Scope = scope, LimitKey = limitKey, IdempotencyKey = "typed" };
        return Actors.GetActor<IRequestProbe>().Call(probe => probe.DescribeAsync(), options);
    }

    public async Task<string> SendInScopeAsync(string scope, string limitKey)
    {
        var options = new SendOptions { Scope = scope, LimitKey = limitKey, IdempotencyKey = "sent" };
        var sent = await Actors.GetActor<IRequestProbe>().Send(probe => probe.DescribeAsync(), options);
        return await sent.AttachAsync();
    }

    public Task<string> CallByNameAsync(string scope, string limitKey)
    {
        var options = new CallOptions { Scope = scope, LimitKey = limitKey, IdempotencyKey = "by-name" };
        return Actors.GetActor("RequestProbe").CallAsync<string>("Describe", options);
    }
}
