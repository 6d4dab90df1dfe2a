using System.Text;
using Xunit;

namespace Restate.Actors.Tests.Client;

public sealed class TypedCallTests : IDisposable
{
    private readonly ClientHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    [Capability("Serialization", "JSON by default")]
    public async Task Call_SeveralParameters_JsonObjectAndTypedResult()
    {
        _host.Server.Succeeds("12.5");

        var result = await _host.Account().DepositAsync(2.5m, "web");

        Assert.Equal(12.5m, result);
        Assert.Equal("POST", _host.Server.Request.Method);
        Assert.Equal("http://localhost:8080/restate/call/Account/alice/Deposit", _host.Server.Request.Uri);
        Assert.Equal("application/json", _host.Server.Request.ContentType);
        Assert.Equal("""{"amount":2.5,"reason":"web"}""", _host.Server.Request.Body);
        Assert.Empty(_host.Server.Request.Headers);
    }

    [Fact]
    [Capability("Ingress client", "Typed by the contract")]
    public async Task Call_OneParameterWithoutResult_SendsTheArgument()
    {
        _host.Server.Succeeds(contentType: null);

        await _host.Account().WithdrawAsync(3m);

        Assert.Equal("3", _host.Server.Request.Body);
        Assert.Equal("application/json", _host.Server.Request.ContentType);
    }

    [Fact]
    public async Task Call_NoParameters_EmptyBodyWithoutContentType()
    {
        _host.Server.Succeeds("7");

        Assert.Equal(7m, await _host.Account().BalanceAsync());

        Assert.Equal("", _host.Server.Request.Body);
        Assert.Null(_host.Server.Request.ContentType);
    }

    [Fact]
    public async Task Call_Bytes_TravelAsTheyAre()
    {
        _host.Server.Succeeds("{pong", "application/octet-stream");

        var result = await _host.Account().EchoAsync("ping"u8.ToArray());

        Assert.Equal("{pong", Encoding.UTF8.GetString(result));
        Assert.Equal("ping", _host.Server.Request.Body);
        Assert.Equal("application/octet-stream", _host.Server.Request.ContentType);
    }

    [Fact]
    public async Task Call_EmptyResultOfNullableType_Null()
    {
        _host.Server.Succeeds(contentType: null);

        Assert.Null(await _host.Account().NoteAsync());
    }

    [Fact]
    public async Task Call_Service_PathWithoutKey()
    {
        _host.Server.Succeeds(contentType: null);

        await _host.Client.GetActor<IAudit>().RecordAsync("x");

        Assert.Equal("http://localhost:8080/restate/call/Audit/Record", _host.Server.Request.Uri);
        Assert.Equal("\"x\"", _host.Server.Request.Body);
    }

    [Fact]
    public async Task Call_WithOptions_IdempotencyKeyAndHeaders()
    {
        _host.Server.Succeeds("1");

        await _host.Account().Call(
            account => account.DepositAsync(1m, ""),
            new CallOptions { IdempotencyKey = "order 1", Headers = new Dictionary<string, string> { ["x-tenant"] = "t1", ["expires"] = "0" } });

        Assert.Equal("order 1", _host.Server.Request.Header("idempotency-key"));
        Assert.Equal("t1", _host.Server.Request.Header("x-tenant"));
        Assert.Equal("0", _host.Server.Request.Header("expires"));
        Assert.Equal(3, _host.Server.Request.Headers.Count);
    }

    [Fact]
    public async Task Call_WithoutResultAndWithOptions_Completes()
    {
        _host.Server.Succeeds(contentType: null);

        await _host.Account().Call(account => account.WithdrawAsync(1m), new CallOptions { IdempotencyKey = "w1" });

        Assert.Equal("w1", _host.Server.Request.Header("idempotency-key"));
    }

    [Fact]
    public async Task Call_DefaultHeaders_CallGoesBeforeThem()
    {
        using var host = new ClientHost(options =>
        {
            options.DefaultHeaders["Authorization"] = "Bearer 1";
            options.DefaultHeaders["x-region"] = "eu";
        });
        host.Server.Succeeds("1").Succeeds("1");

        await host.Account().Call(account => account.DepositAsync(1m, ""), new CallOptions { Headers = new Dictionary<string, string> { ["X-Region"] = "us" } });
        await host.Account().BalanceAsync();

        Assert.Equal("us", host.Server.Requests[0].Header("x-region"));
        Assert.Equal("Bearer 1", host.Server.Requests[0].Header("authorization"));
        Assert.Equal("eu", host.Server.Requests[1].Header("x-region"));
    }

    [Fact]
    public async Task Call_IngressUriWithPath_IsAPrefix()
    {
        using var host = new ClientHost(options => options.IngressUri = new Uri("https://gate.example/restate-1/"));
        host.Server.Succeeds("1");

        await host.Account().BalanceAsync();

        Assert.Equal("https://gate.example/restate-1/restate/call/Account/alice/Balance", host.Server.Request.Uri);
    }

    [Fact]
    public async Task Call_EveryKindOfKey_ItsCanonicalText()
    {
        _host.Server.Succeeds().Succeeds().Succeeds().Succeeds();

        await _host.Client.GetActor<IByGuid>(Guid.Parse("AAAAAAAA-0000-0000-0000-00000000000F")).PingAsync();
        await _host.Client.GetActor<IByLong>(-5L).PingAsync();
        await _host.Client.GetActor<IByInt>(7).PingAsync();
        await _host.Client.GetActor<IBySeat, Seat>(new Seat("A", 3)).PingAsync();

        Assert.Equal(
            [
                "http://localhost:8080/restate/call/ByGuid/aaaaaaaa-0000-0000-0000-00000000000f/Ping",
                "http://localhost:8080/restate/call/ByLong/-5/Ping",
                "http://localhost:8080/restate/call/ByInt/7/Ping",
                "http://localhost:8080/restate/call/BySeat/A%2F3/Ping",
            ],
            _host.Server.Requests.Select(request => request.Uri));
    }

    [Fact]
    [Capability("Hard cases", "An empty key")]
    public void GetActor_EmptyKey_RefusedAtOnce()
    {
        var error = Assert.Throws<ArgumentException>(() => _host.Account(""));

        Assert.StartsWith("The key of Account is empty.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GetActor_HalfASurrogatePair_Refused()
    {
        var error = Assert.Throws<ArgumentException>(() => _host.Account("a\ud83d"));

        Assert.StartsWith("The key of Account is not valid Unicode text", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" a")]
    [InlineData("a ")]
    [InlineData("schlüssel")]
    [InlineData("a\nb")]
    public async Task Call_BadIdempotencyKey_RefusedBeforeSending(string key)
    {
        await Assert.ThrowsAsync<ArgumentException>(
            () => _host.Account().Call(account => account.DepositAsync(1m, ""), new CallOptions { IdempotencyKey = key }));

        Assert.Empty(_host.Server.Requests);
    }

    [Theory]
    [InlineData("Idempotency-Key", "x", "The header 'idempotency-key' is set by the option IdempotencyKey.")]
    [InlineData("Content-Type", "x", "The header 'Content-Type' belongs to HTTP or to Restate and cannot be set.")]
    [InlineData("host", "x", "The header 'host' belongs to HTTP or to Restate and cannot be set.")]
    [InlineData("x y", "x", "'x y' is not the name of an HTTP header.")]
    [InlineData("", "x", "'' is not the name of an HTTP header.")]
    [InlineData("x-secret", "pässword", "The value of the header 'x-secret' must be printable ASCII without spaces at its ends.")]
    [InlineData("x-secret", "a\r\nb: c", "The value of the header 'x-secret' must be printable ASCII without spaces at its ends.")]
    public async Task Call_BadHeader_RefusedBeforeSending(string name, string value, string message)
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(
            () => _host.Account().Call(account => account.DepositAsync(1m, ""), new CallOptions { Headers = new Dictionary<string, string> { [name] = value } }));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Empty(_host.Server.Requests);
    }

    [Fact]
    public async Task Call_WorkflowRunWithIdempotencyKey_RefusedBeforeSending()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(
            () => _host.Client.GetActor<ITrip>("t1").Call(trip => trip.RunAsync("x"), new CallOptions { IdempotencyKey = "k" }));

        Assert.StartsWith("The run Trip/Run of a workflow cannot have an idempotency key", error.Message, StringComparison.Ordinal);
        Assert.Empty(_host.Server.Requests);
    }

    [Fact]
    public async Task Call_ResultOfAnotherType_ErrorNamesInvocationAndType()
    {
        _host.Server.Succeeds("\"text\"");

        var error = await Assert.ThrowsAsync<RestateClientException>(() => _host.Account().DepositAsync(1m, ""));

        Assert.StartsWith(
            "The invocation inv_1call succeeded, but its result (content type application/json, 6 bytes) cannot be read as System.Decimal:",
            error.Message,
            StringComparison.Ordinal);
        Assert.Equal(RetryAdvice.DoNotRetry, error.Retry);
    }

    [Fact]
    public async Task Call_SerializerOfTheApplication_ItsContentType()
    {
        using var host = new ClientHost(serializer: new ShoutingSerializer());
        host.Server.Succeeds("done", "text/shout").Succeeds("1");

        await host.Client.GetActor<IAudit>().RecordAsync("x");
        await host.Account().DepositAsync(1m, "y");

        Assert.Equal("text/shout", host.Server.Requests[0].ContentType);
        Assert.Equal("X", host.Server.Requests[0].Body);
        Assert.Equal("application/json", host.Server.Requests[1].ContentType);
    }
}
