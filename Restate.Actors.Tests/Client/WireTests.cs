using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Restate.Actors.Tests.Client;

/// <summary>What really goes over the wire, seen by a web server that takes the request target as it comes.</summary>
public sealed class WireTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> _targets = new();
    private readonly ConcurrentQueue<RequestDelegate> _script = new();
    private WebApplication _server = null!;
    private ServiceProvider _services = null!;

    private IRestateClient Client => _services.GetRequiredService<IRestateClient>();

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        _server = builder.Build();
        _server.Run(AnswerAsync);
        await _server.StartAsync();
        var address = _server.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
        _services = new ServiceCollection().AddRestateClient(options => options.IngressUri = new Uri(address)).Services.BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Theory]
    [Capability("Ingress client", "Key escaping right")]
    [InlineData(".", "/restate/call/Account/./Balance")]
    [InlineData("..", "/restate/call/Account/../Balance")]
    [InlineData("...", "/restate/call/Account/.../Balance")]
    [InlineData("a/b", "/restate/call/Account/a%2Fb/Balance")]
    [InlineData("/", "/restate/call/Account/%2F/Balance")]
    [InlineData("a/../b", "/restate/call/Account/a%2F..%2Fb/Balance")]
    [InlineData("a b", "/restate/call/Account/a%20b/Balance")]
    [InlineData("日本", "/restate/call/Account/%E6%97%A5%E6%9C%AC/Balance")]
    [InlineData("100%", "/restate/call/Account/100%25/Balance")]
    [InlineData("%2F", "/restate/call/Account/%252F/Balance")]
    [InlineData("a?b#c", "/restate/call/Account/a%3Fb%23c/Balance")]
    [InlineData("+", "/restate/call/Account/%2B/Balance")]
    [InlineData("a\\b", "/restate/call/Account/a%5Cb/Balance")]
    [InlineData("~a.b-c_d", "/restate/call/Account/~a.b-c_d/Balance")]
    [InlineData("\u0001\u007f", "/restate/call/Account/%01%7F/Balance")]
    [InlineData("😀", "/restate/call/Account/%F0%9F%98%80/Balance")]
    public async Task Call_AnyKey_ReachesTheWireUnchanged(string key, string target)
    {
        Answers("1");

        await Client.GetActor<IAccount>(key).BalanceAsync();

        Assert.Equal(["POST " + target], _targets);
        Assert.Equal(key, Uri.UnescapeDataString(target["/restate/call/Account/".Length..^"/Balance".Length]));
    }

    [Fact]
    [Capability("Known mistakes, not repeated", "Keys are not escaped, or a space becomes a plus")]
    public async Task Send_DotKeyAndDelay_ReachTheWireUnchanged()
    {
        Answers("""{"invocationId":"inv_1","status":"Accepted"}""");

        await Client.GetActor<IAccount>("..").Send(account => account.WithdrawAsync(1m), after: TimeSpan.FromSeconds(10));

        Assert.Equal(["POST /restate/send/Account/../Withdraw?delay=10000ms"], _targets);
    }

    [Fact]
    public async Task Call_NoInput_LengthZeroAndNoContentType()
    {
        HeaderDictionary? headers = null;
        _script.Enqueue(async context =>
        {
            headers = new HeaderDictionary(context.Request.Headers.ToDictionary());
            await context.Response.WriteAsync("1");
        });

        await Client.GetActor<IAccount>("k").BalanceAsync();

        Assert.Equal("0", headers!.ContentLength.ToString());
        Assert.False(headers.ContainsKey("content-type"));
    }

    [Fact]
    public async Task Call_PooledConnectionBreaksDuringTheCall_NotRepeatedInSecret()
    {
        Answers("1");
        _script.Enqueue(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        await Client.GetActor<IAccount>("k").BalanceAsync();

        await Assert.ThrowsAsync<RestateUnavailableException>(async () => await Client.GetActor<IAccount>("k").BalanceAsync());

        Assert.Equal(2, _targets.Count);
    }

    [Fact]
    public async Task Call_ConnectionBreaksWithIdempotencyKey_CalledAgain()
    {
        _script.Enqueue(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        Answers("5");

        var result = await Client.GetActor<IAccount>("k").Call(account => account.DepositAsync(1m, "x"), new CallOptions { IdempotencyKey = "i" });

        Assert.Equal(5m, result);
        Assert.Equal(2, _targets.Count);
    }

    [Fact]
    public async Task Call_RedirectAndCookies_NeitherFollowedNorKept()
    {
        string? cookie = null;
        _script.Enqueue(context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = "/elsewhere";
            context.Response.Headers.SetCookie = "a=b";
            context.Response.Headers["x-restate-error-source"] = "invocation";
            return Task.CompletedTask;
        });
        _script.Enqueue(async context =>
        {
            cookie = context.Request.Headers.Cookie;
            await context.Response.WriteAsync("1");
        });

        var error = await Assert.ThrowsAsync<TerminalException>(async () => await Client.GetActor<IAccount>("k").BalanceAsync());
        await Client.GetActor<IAccount>("k").BalanceAsync();

        Assert.Equal(302, error.Code);
        Assert.Null(cookie);
    }

    private void Answers(string body) => _script.Enqueue(context => context.Response.WriteAsync(body));

    private async Task AnswerAsync(HttpContext context)
    {
        _targets.Enqueue($"{context.Request.Method} {context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget}");
        Assert.True(_script.TryDequeue(out var step));
        await step(context);
    }
}
