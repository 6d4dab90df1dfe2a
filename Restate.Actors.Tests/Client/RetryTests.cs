using System.Net;
using Xunit;

namespace Restate.Actors.Tests.Client;

public sealed class RetryTests : IDisposable
{
    private static readonly CallOptions Idempotent = new() { IdempotencyKey = "k" };

    private readonly ClientHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Call_NeverConnected_RetriedAlsoWithoutIdempotencyKey()
    {
        _host.Server.CannotConnect().Throws(new HttpRequestException(HttpRequestError.NameResolutionError, "no such host")).Succeeds("1");

        Assert.Equal(1m, await _host.Account().DepositAsync(1m, "x"));

        Assert.Equal(3, _host.Server.Requests.Count);
        Assert.All(_host.Server.Requests, request => Assert.Equal("""{"amount":1,"reason":"x"}""", request.Body));
        AssertPauses(250, 500);
    }

    [Fact]
    public async Task Call_ConnectionBroke_NotRetriedWithoutIdempotencyKey()
    {
        _host.Server.BreaksConnection();

        var error = await Assert.ThrowsAsync<RestateUnavailableException>(() => _host.Account().DepositAsync(1m, "x"));

        Assert.Equal(RetryAdvice.RetryIfIdempotent, error.Retry);
        Assert.Equal(
            "The connection to Restate's ingress at http://localhost:8080 broke (call of Account/Deposit): The response ended prematurely. "
            + "The request may have been accepted; with an idempotency key the client would have sent it again.",
            error.Message);
        Assert.Single(_host.Server.Requests);
    }

    [Fact]
    [Capability("Ingress client", "Follow-up by attach when the call connection breaks")]
    public async Task Call_ConnectionBrokeWithIdempotencyKey_SameRequestAttachesToTheInvocation()
    {
        _host.Server.BreaksConnection().Succeeds("1");

        Assert.Equal(1m, await _host.Account().Call(account => account.DepositAsync(1m, "x"), Idempotent));

        Assert.Equal(2, _host.Server.Requests.Count);
        Assert.Equal(_host.Server.Requests[0].Uri, _host.Server.Requests[1].Uri);
        Assert.Equal(_host.Server.Requests[0].Body, _host.Server.Requests[1].Body);
        Assert.All(_host.Server.Requests, request => Assert.Equal("k", request.Header("idempotency-key")));
        Assert.All(_host.Server.Requests, request => Assert.Single(request.Headers));
    }

    [Fact]
    public async Task Call_AnswerBreaksInItsMiddle_TreatedAsABrokenConnection()
    {
        _host.Server
            .Runs(_ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new BreakingStream()) }))
            .Succeeds("1");

        Assert.Equal(1m, await _host.Account().Call(account => account.DepositAsync(1m, "x"), Idempotent));
    }

    [Theory]
    [Capability("Ingress client", "Retries of safe requests")]
    [InlineData(408)]
    [InlineData(425)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task Call_ServerNotAvailable_RetriedWithIdempotencyKeyOnly(int status)
    {
        _host.Server.Refuses(status, "later").Answers(status, "a proxy").Succeeds("1").Refuses(status, "later");

        Assert.Equal(1m, await _host.Account().Call(account => account.DepositAsync(1m, "x"), Idempotent));
        await Assert.ThrowsAsync<RestateUnavailableException>(() => _host.Account().DepositAsync(1m, "x"));

        Assert.Equal(4, _host.Server.Requests.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(413)]
    public async Task Call_Refused_NotRetried(int status)
    {
        _host.Server.Refuses(status, "no");

        await Assert.ThrowsAnyAsync<RestateClientException>(() => _host.Account().Call(account => account.DepositAsync(1m, "x"), Idempotent));

        Assert.Single(_host.Server.Requests);
    }

    [Fact]
    public async Task Call_NeverAvailable_GivesUpAfterSixAttempts()
    {
        for (var i = 0; i < 6; i++)
        {
            _host.Server.Refuses(503, $"try {i}");
        }

        var error = await Assert.ThrowsAsync<RestateUnavailableException>(
            () => _host.Account().Call(account => account.DepositAsync(1m, "x"), Idempotent));

        Assert.EndsWith("try 5", error.Message, StringComparison.Ordinal);
        AssertPauses(250, 500, 1000, 2000, 3000);
    }

    [Fact]
    public async Task Call_NoPauseBetweenAttempts_GivesUpAllTheSame()
    {
        using var host = new ClientHost(options => options.Retry.InitialDelay = options.Retry.MaxDelay = TimeSpan.Zero);
        for (var i = 0; i < 6; i++)
        {
            host.Server.Runs(_ =>
            {
                host.Time.Advance(TimeSpan.FromMilliseconds(900));
                return Task.FromException<HttpResponseMessage>(new HttpRequestException(HttpRequestError.ResponseEnded, "cut"));
            });
        }

        await Assert.ThrowsAsync<RestateUnavailableException>(() => host.Account().Call(account => account.DepositAsync(1m, "x"), Idempotent));

        Assert.Equal(6, host.Server.Requests.Count);
    }

    [Fact]
    public async Task Call_RetriesTurnedOff_OneAttempt()
    {
        using var host = new ClientHost(options => options.Retry.MaxAttempts = 1);
        host.Server.CannotConnect();

        await Assert.ThrowsAsync<RestateUnavailableException>(() => host.Account().DepositAsync(1m, "x"));

        Assert.Single(host.Server.Requests);
    }

    [Fact]
    public async Task Call_RetryAfter_Obeyed()
    {
        _host.Server.Refuses(429, "later", ("retry-after", "20")).Refuses(429, "later", ("retry-after", "Thu, 01 Jan 2026 00:00:30 GMT")).Succeeds("1");

        await _host.Account().Call(account => account.DepositAsync(1m, "x"), Idempotent);

        Assert.Equal([TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(10)], _host.Time.Waits);
    }

    [Fact]
    public async Task Call_RetryAfterTooLong_GivesUpAtOnce()
    {
        _host.Server.Refuses(503, "later", ("retry-after", "3600"));

        var error = await Assert.ThrowsAsync<RestateUnavailableException>(
            () => _host.Account().Call(account => account.DepositAsync(1m, "x"), Idempotent));

        Assert.Equal(TimeSpan.FromHours(1), error.RetryAfter);
        Assert.Equal(RetryAdvice.Retry, error.Retry);
        Assert.Empty(_host.Time.Waits);
    }

    [Fact]
    public async Task Call_LongWaitsThatAProxyCuts_DoNotUseUpTheAttempts()
    {
        for (var i = 0; i < 20; i++)
        {
            _host.Server.Runs(_ =>
            {
                _host.Time.Advance(TimeSpan.FromSeconds(60));
                return Task.FromException<HttpResponseMessage>(new HttpRequestException(HttpRequestError.ResponseEnded, "cut"));
            });
        }

        _host.Server.Succeeds("1");

        Assert.Equal(1m, await _host.Account().Call(account => account.DepositAsync(1m, "x"), Idempotent));

        Assert.Equal(21, _host.Server.Requests.Count);
    }

    [Fact]
    public async Task Send_SlowFailures_UseUpTheAttempts()
    {
        for (var i = 0; i < 6; i++)
        {
            _host.Server.Runs(_ =>
            {
                _host.Time.Advance(TimeSpan.FromSeconds(60));
                return Task.FromException<HttpResponseMessage>(new HttpRequestException(HttpRequestError.ResponseEnded, "cut"));
            });
        }

        await Assert.ThrowsAsync<RestateUnavailableException>(() => _host.Account().Send(account => account.DepositAsync(1m, "x"), idempotencyKey: "k"));

        Assert.Equal(6, _host.Server.Requests.Count);
    }

    [Fact]
    public async Task Send_ConnectionBroke_RetriedWithIdempotencyKeyOnly()
    {
        _host.Server.BreaksConnection().Accepts().BreaksConnection();

        await _host.Account().Send(account => account.DepositAsync(1m, "x"), idempotencyKey: "k");
        await Assert.ThrowsAsync<RestateUnavailableException>(() => _host.Account().Send(account => account.DepositAsync(1m, "x")));

        Assert.Equal(3, _host.Server.Requests.Count);
    }

    [Fact]
    public async Task Send_WorkflowRun_IsIdempotentByItself()
    {
        _host.Server.BreaksConnection().Accepts(status: "PreviouslyAccepted").BreaksConnection();

        await _host.Client.GetActor<ITrip>("t1").Send(trip => trip.RunAsync("go"));
        await Assert.ThrowsAsync<RestateUnavailableException>(() => _host.Client.GetActor<ITrip>("t1").Send(trip => trip.ConfirmAsync("me")));

        Assert.Equal(3, _host.Server.Requests.Count);
    }

    [Fact]
    public async Task Call_WorkflowRunConnectionBroke_NotRetriedButToldHowToGoOn()
    {
        _host.Server.BreaksConnection();

        var error = await Assert.ThrowsAsync<RestateUnavailableException>(() => _host.Client.GetActor<ITrip>("t1").RunAsync("go"));

        Assert.EndsWith("The workflow may have been started; GetWorkflow(workflowId).AttachAsync() waits for it.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_ConnectionBroke_Retried()
    {
        _host.Server.BreaksConnection().Answers(200, "1").Refuses(503, "later").Answers(200, "2");

        Assert.Equal(1, await _host.Client.GetInvocation<int>("inv_1").AttachAsync());
        Assert.Equal(2, (await _host.Client.GetInvocation<int>("inv_1").PeekAsync()).Result);
    }

    [Fact]
    public async Task Awakeable_ConnectionBroke_Retried()
    {
        _host.Server.BreaksConnection().Answers(202);

        await _host.Client.ResolveAwakeableAsync("sign_1abc", 1);

        Assert.Equal(2, _host.Server.Requests.Count);
    }

    [Fact]
    public async Task Call_TimeLimitOfTheHttpClient_BrokenConnection()
    {
        _host.Server.Throws(new TaskCanceledException("HttpClient.Timeout"));

        var error = await Assert.ThrowsAsync<RestateUnavailableException>(() => _host.Account().DepositAsync(1m, "x"));

        Assert.IsType<TaskCanceledException>(error.InnerException);
    }

    private void AssertPauses(params double[] milliseconds)
    {
        Assert.Equal(milliseconds.Length, _host.Time.Waits.Count);
        Assert.All(
            milliseconds.Zip(_host.Time.Waits), pair => Assert.InRange(pair.Second.TotalMilliseconds, pair.First * 0.8, pair.First * 1.2));
    }

    private sealed class BreakingStream : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw new IOException("reset");

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => throw new IOException("reset");

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("reset");

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => throw new IOException("reset");
    }
}
