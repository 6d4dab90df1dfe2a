using Xunit;

namespace Restate.Actors.Tests.Client;

public sealed class SendTests : IDisposable
{
    private readonly ClientHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    [Capability("Ingress client", "Call, send, delay, idempotency key")]
    public async Task Send_Plain_HandleWithIdAndNoMoreRequests()
    {
        _host.Server.Accepts("inv_1abc");

        var handle = await _host.Account().Send(account => account.DepositAsync(1m, "bonus"));

        Assert.Equal("inv_1abc", await handle.GetIdAsync());
        Assert.False(handle.IsPreviouslyAccepted);
        Assert.Equal("POST", _host.Server.Request.Method);
        Assert.Equal("http://localhost:8080/restate/send/Account/alice/Deposit", _host.Server.Request.Uri);
        Assert.Equal("""{"amount":1,"reason":"bonus"}""", _host.Server.Request.Body);
    }

    [Fact]
    [Capability("Known mistakes, not repeated", "A typed client drops the argument of a handler without result")]
    public async Task Send_VoidHandlerWithParameter_ArgumentIsSent()
    {
        _host.Server.Accepts();

        InvocationHandle handle = await _host.Account().Send(account => account.WithdrawAsync(4m));

        Assert.Equal("inv_1sent", await handle.GetIdAsync());
        Assert.Equal("4", _host.Server.Request.Body);
    }

    [Fact]
    public async Task Send_ValueTaskHandler_Works()
    {
        _host.Server.Accepts();

        await _host.Client.GetActor<IAudit>().Send(audit => audit.RecordAsync("x"));

        Assert.Equal("http://localhost:8080/restate/send/Audit/Record", _host.Server.Request.Uri);
    }

    [Theory]
    [Capability("Ingress client", "Call, send, delay, idempotency key")]
    [InlineData(0, "")]
    [InlineData(9_999, "")]
    [InlineData(10_000, "?delay=1ms")]
    [InlineData(5 * TimeSpan.TicksPerMinute, "?delay=300000ms")]
    [InlineData(400 * TimeSpan.TicksPerDay + 19_999, "?delay=34560000001ms")]
    public async Task Send_Delay_WholeMilliseconds(long ticks, string query)
    {
        _host.Server.Accepts();

        await _host.Account().Send(account => account.WithdrawAsync(1m), after: TimeSpan.FromTicks(ticks));

        Assert.Equal("http://localhost:8080/restate/send/Account/alice/Withdraw" + query, _host.Server.Request.Uri);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData((365_000 * TimeSpan.TicksPerDay) + 1)]
    [InlineData(long.MaxValue)]
    public async Task Send_DelayOutOfRange_RefusedBeforeSending(long ticks)
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => _host.Client.GetActor("S").SendAsync("h", new SendOptions { Delay = TimeSpan.FromTicks(ticks) }));

        Assert.Empty(_host.Server.Requests);
    }

    [Fact]
    public async Task Send_KnownIdempotencyKey_PreviouslyAccepted()
    {
        _host.Server.Accepts("inv_1abc", "PreviouslyAccepted");

        var handle = await _host.Account().Send(account => account.DepositAsync(1m, ""), idempotencyKey: "b1");

        Assert.True(handle.IsPreviouslyAccepted);
        Assert.Equal("b1", _host.Server.Request.Header("idempotency-key"));
    }

    [Fact]
    public async Task Send_WorkflowRunAgain_HandleOfTheExistingRun()
    {
        _host.Server.Accepts("inv_1trip", "PreviouslyAccepted").Answers(200, "\"done\"");

        var handle = await _host.Client.GetActor<ITrip>("t1").Send(trip => trip.RunAsync("go"));

        Assert.True(handle.IsPreviouslyAccepted);
        Assert.Equal("done", await handle.AttachAsync());
        Assert.Equal("http://localhost:8080/restate/send/Trip/t1/Run", _host.Server.Requests[0].Uri);
        Assert.Equal("""{"target":"invocation","invocationId":"inv_1trip"}""", _host.Server.Requests[1].Body);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>welcome</html>")]
    [InlineData("{}")]
    [InlineData("[]")]
    public async Task Send_AnswerOfSomethingElse_ClearError(string body)
    {
        _host.Server.Answers(200, body);

        var error = await Assert.ThrowsAsync<RestateClientException>(() => _host.Account().Send(account => account.DepositAsync(1m, "")));

        Assert.Equal(
            "The answer to the send of Account/Deposit is not what Restate's ingress sends. Is RestateClientOptions.IngressUri right?", error.Message);
    }
}
