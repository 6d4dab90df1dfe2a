using Xunit;

namespace Restate.Actors.Tests.Client;

public sealed class FailureTests : IDisposable
{
    private readonly ClientHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Call_HandlerFailed_CodeMessageMetadataAndId()
    {
        _host.Server.Answers(
            409,
            """{"code":409,"message":"boom","metadata":{"k":"v"},"stacktrace":"at secret.rs:1","source":"invocation"}""",
            "application/json",
            ("x-restate-error-source", "invocation"),
            ("x-restate-id", "inv_1x"));

        var error = await CallFails<TerminalException>();

        Assert.Equal(409, error.Code);
        Assert.Equal("boom", error.Message);
        Assert.Equal("v", Assert.Single(error.Metadata, pair => pair.Key == "k").Value);
        Assert.Equal("inv_1x", error.InvocationId);
        Assert.DoesNotContain("secret.rs", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"code":400,"message":"\ud800"}""")]
    [InlineData("""{"code":400,"message":"no","metadata":{"k":"\udc00"}}""")]
    public async Task Call_FailureWithHalfASurrogatePair_IsTakenAsPlainText(string body)
    {
        _host.Server.Answers(400, body, "application/json", ("x-restate-error-source", "ingress"));

        var error = await CallFails<RestateBadRequestException>();

        Assert.Contains(body, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Capability("Known mistakes, not repeated", "A failure with code 200 is returned as a result")]
    public async Task Call_HandlerFailedWithCode200_IsAFailureAllTheSame()
    {
        _host.Server.HandlerFails(200, "odd");

        var error = await CallFails<TerminalException>();

        Assert.Equal(200, error.Code);
        Assert.Equal("odd", error.Message);
    }

    [Theory]
    [Capability("Ingress client", "Tells invocation failures from ingress failures")]
    [InlineData(404)]
    [InlineData(408)]
    [InlineData(425)]
    [InlineData(429)]
    [InlineData(470)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(302)]
    public async Task Call_HandlerFailedWithAStatusOfTheServer_NeverRetriedNorMistaken(int status)
    {
        _host.Server.HandlerFails(status, "mine");

        var error = await Assert.ThrowsAsync<TerminalException>(
            () => _host.Account().Call(account => account.DepositAsync(1m, ""), new CallOptions { IdempotencyKey = "k" }));

        Assert.Equal(status, error.Code);
        Assert.Single(_host.Server.Requests);
    }

    [Theory]
    [InlineData(99)]
    [InlineData(1000)]
    public async Task Call_CodeThatIsNoHttpStatus_TakenFromTheBody(int code)
    {
        _host.Server.HandlerFails(500, "m", code);

        Assert.Equal(code, (await CallFails<TerminalException>()).Code);
    }

    [Theory]
    [InlineData("plain words", "plain words")]
    [InlineData("", "no text")]
    [InlineData("{\"other\":1}", "{\"other\":1}")]
    [InlineData("[1", "[1")]
    public async Task Call_HandlerFailedWithAnotherBody_StatusAndText(string body, string message)
    {
        _host.Server.Answers(418, body, "text/plain", ("x-restate-error-source", "invocation"));

        var error = await CallFails<TerminalException>();

        Assert.Equal(418, error.Code);
        Assert.Equal(message, error.Message);
        Assert.Null(error.InvocationId);
    }

    [Fact]
    public async Task Call_WorkflowRunAgain_AlreadyStartedWithItsId()
    {
        _host.Server.HandlerFails(409, "the workflow method was already invoked", id: "inv_1run");

        var error = await Assert.ThrowsAsync<WorkflowAlreadyStartedException>(() => _host.Client.GetActor<ITrip>("t1").RunAsync("go"));

        Assert.Equal("inv_1run", error.InvocationId);
        Assert.Equal(409, error.Code);
    }

    [Fact]
    public async Task Call_WorkflowRunFailedWith409_PlainFailure()
    {
        _host.Server.HandlerFails(409, "Cancelled");

        var error = await Assert.ThrowsAsync<TerminalException>(() => _host.Client.GetActor<ITrip>("t1").RunAsync("go"));

        Assert.Equal("Cancelled", error.Message);
    }

    [Fact]
    public async Task Call_SharedHandlerPassesOnThatAWorkflowRan_PlainFailure()
    {
        _host.Server.HandlerFails(409, "the workflow method was already invoked");

        await Assert.ThrowsAsync<TerminalException>(async () => await _host.Client.GetActor<ITrip>("t1").ConfirmAsync("x"));
    }

    [Fact]
    public async Task Call_UnknownService_NotFound()
    {
        _host.Server.Refuses(404, "service 'Account' not found, make sure to register it");

        var error = await CallFails<RestateNotFoundException>();

        Assert.Equal("Restate refused the call of Account/Deposit with status 404: service 'Account' not found, make sure to register it", error.Message);
        Assert.Equal(404, error.StatusCode);
        Assert.Equal(RetryAdvice.DoNotRetry, error.Retry);
    }

    [Fact]
    public async Task Call_404OfAProxy_SaysWhoAnswered()
    {
        _host.Server.Answers(404, "<html>nothing here</html>", "text/html");

        var error = await CallFails<RestateNotFoundException>();

        Assert.Equal(
            "Restate refused the call of Account/Deposit with status 404: <html>nothing here</html> "
            + "The answer does not carry the mark of Restate's ingress; a proxy may have made it.",
            error.Message);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(405)]
    [InlineData(470)]
    public async Task Call_Refused_BadRequest(int status)
    {
        _host.Server.Refuses(status, "input validation error: Empty content-type");

        var error = await CallFails<RestateBadRequestException>();

        Assert.Equal(status, error.StatusCode);
        Assert.EndsWith("input validation error: Empty content-type", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_BodyOverTheLimit_PlainTextSurvives()
    {
        _host.Server.Answers(413, "length limit exceeded", "text/plain");

        var error = await CallFails<RestateBadRequestException>();

        Assert.Equal(413, error.StatusCode);
        Assert.Equal("Restate refused the call of Account/Deposit with status 413: length limit exceeded", error.Message);
    }

    [Theory]
    [InlineData(408, RetryAdvice.RetryIfIdempotent)]
    [InlineData(425, RetryAdvice.RetryIfIdempotent)]
    [InlineData(429, RetryAdvice.Retry)]
    [InlineData(500, RetryAdvice.RetryIfIdempotent)]
    [InlineData(503, RetryAdvice.RetryIfIdempotent)]
    public async Task Call_ServerNotAvailable_AdviceTellsWhetherARetryIsSafe(int status, RetryAdvice advice)
    {
        _host.Server.Refuses(status, "later", ("retry-after", "7"));

        var error = await CallFails<RestateUnavailableException>();

        Assert.Equal(status, error.StatusCode);
        Assert.Equal(advice, error.Retry);
        Assert.Equal(TimeSpan.FromSeconds(7), error.RetryAfter);
    }

    [Fact]
    public async Task Call_SuccessStatusWithAnErrorOfTheIngress_Failure()
    {
        _host.Server.Refuses(200, "strange");

        Assert.Equal(200, (await CallFails<RestateClientException>()).StatusCode);
    }

    [Fact]
    public async Task Call_Redirect_Failure()
    {
        _host.Server.Answers(302, "", contentType: null, ("location", "http://elsewhere/"));

        Assert.Equal(302, (await CallFails<RestateClientException>()).StatusCode);
    }

    [Theory]
    [InlineData("cannot read body: missing field `handler` at line 1\\n\\nStack backtrace:\\n   0: core::secret\\n", "cannot read body: missing field `handler` at line 1")]
    [InlineData("cannot read body: no\\n   0: core::secret", "cannot read body: no")]
    public async Task Attach_ServerSendsItsBacktrace_CutAndNotRetried(string sent, string shown)
    {
        _host.Server.Refuses(500, sent);

        var error = await Assert.ThrowsAsync<RestateBadRequestException>(() => _host.Client.GetInvocation<int>("inv_1").AttachAsync());

        Assert.Equal($"Restate refused the attach to an invocation with status 500: {shown}", error.Message);
    }

    [Fact]
    public async Task Call_CannotConnect_ErrorNamesAddressAndOption()
    {
        using var host = new ClientHost(options => options.Retry.MaxAttempts = 1);
        host.Server.CannotConnect();

        var error = await Assert.ThrowsAsync<RestateUnavailableException>(() => host.Account().DepositAsync(1m, ""));

        Assert.Equal(
            "Restate's ingress cannot be reached at http://localhost:8080 (call of Account/Deposit): Connection refused "
            + "Is the server running, and is RestateClientOptions.IngressUri right?",
            error.Message);
        Assert.Equal(RetryAdvice.Retry, error.Retry);
        Assert.Null(error.StatusCode);
    }

    private Task<TException> CallFails<TException>()
        where TException : Exception
    {
        return Assert.ThrowsAsync<TException>(() => _host.Account().DepositAsync(1m, ""));
    }
}
