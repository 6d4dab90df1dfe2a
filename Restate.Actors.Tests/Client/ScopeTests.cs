using Xunit;

namespace Restate.Actors.Tests.Client;

public sealed class ScopeTests : IDisposable
{
    private readonly ClientHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Call_InAScope_PathAndHeader()
    {
        _host.Server.Succeeds("1");

        await _host.Account("a/b").Call(account => account.BalanceAsync(), new CallOptions { Scope = "blue", LimitKey = "eu/x", Headers = new Dictionary<string, string> { ["h"] = "v" } });

        Assert.Equal("http://localhost:8080/restate/scope/blue/call/Account/a%2Fb/Balance", _host.Server.Request.Uri);
        Assert.Equal("eu/x", _host.Server.Request.Header("x-restate-limit-key"));
        Assert.Equal("v", _host.Server.Request.Header("h"));
    }

    [Fact]
    public async Task Send_InAScopeWithDelay_PathAndHeader()
    {
        _host.Server.Accepts();

        await _host.Client.GetActor("Greeter").SendAsync("greet", new SendOptions { Scope = "blue", LimitKey = "eu", Delay = TimeSpan.FromSeconds(1) });

        Assert.Equal("http://localhost:8080/restate/scope/blue/send/Greeter/greet?delay=1000ms", _host.Server.Request.Uri);
        Assert.Equal("eu", _host.Server.Request.Header("x-restate-limit-key"));
    }

    [Fact]
    public async Task Attach_InAScope_IsInTheBody()
    {
        _host.Server.Succeeds("1").Succeeds("\"x\"");

        await _host.Client.GetActor("Greeter").GetInvocation<int>("greet", "i", "blue").AttachAsync();
        await _host.Client.GetWorkflow<ITrip, string>("t1", "blue").AttachAsync();

        Assert.Equal(
            """{"target":"idempotentInvocation","service":"Greeter","handler":"greet","idempotencyKey":"i","scope":"blue"}""", _host.Server.Requests[0].Body);
        Assert.Equal("""{"target":"workflow","workflowName":"Trip","workflowKey":"t1","scope":"blue"}""", _host.Server.Requests[1].Body);
    }

    [Theory]
    [InlineData("", null, "'' cannot be a scope")]
    [InlineData("a/b", null, "'a/b' cannot be a scope")]
    [InlineData("..x?", null, "'..x?' cannot be a scope")]
    [InlineData("0123456789012345678901234567890123456", null, "'0123456789012345678901234567890123456' cannot be a scope")]
    [InlineData(null, "a", "The limit key 'a' needs a scope")]
    [InlineData("s", "", "'' cannot be a limit key")]
    [InlineData("s", "a/b/c", "'a/b/c' cannot be a limit key")]
    [InlineData("s", "a/", "'a/' cannot be a limit key")]
    public async Task Call_BadScopeOrLimitKey_RefusedBeforeSending(string? scope, string? limitKey, string message)
    {
        var options = new CallOptions { Scope = scope, LimitKey = limitKey };

        var error = await Assert.ThrowsAsync<ArgumentException>(() => _host.Client.GetActor("Greeter").CallAsync<int>("greet", options));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Empty(_host.Server.Requests);
    }
}
