using Restate.Actors.Admin;
using Xunit;

namespace Restate.Actors.Tests.Admin;

/// <summary>What goes over the wire, and what is sent again.</summary>
public sealed class AdminRequestTests : IDisposable
{
    private const string Id = "inv_1abc";
    private const string Busy = """{"message":"busy","restate_code":null}""";

    private readonly AdminHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Query_AsksForJsonExactly()
    {
        _host.Server.Answers(200, """{"rows":[{"n":1}]}""");

        var rows = await _host.Admin.QueryAsync($"SELECT count(1) n FROM state WHERE service_key = {"a'b"}");

        Assert.Equal(1, (int)Assert.Single(rows)["n"]!);
        Assert.Equal("POST", _host.Server.Request.Method);
        Assert.Equal("http://localhost:9070/query", _host.Server.Request.Uri);
        Assert.Equal("application/json", _host.Server.Request.Headers["accept"]);
        Assert.Equal("""{"query":"SELECT count(1) n FROM state WHERE service_key = \u0027a\u0027\u0027b\u0027"}""", _host.Server.Request.Body);
    }

    [Fact]
    public async Task Options_AddressWithPathAndHeaders_AreUsed()
    {
        using var host = new AdminHost(options =>
        {
            options.AdminUri = new Uri("https://gate.example/restate/");
            options.DefaultHeaders["authorization"] = "Bearer x";
        });
        host.Server.Answers(200, contentType: null);

        await host.Admin.CheckHealthAsync();

        Assert.Equal("https://gate.example/restate/health", host.Server.Request.Uri);
        Assert.Equal("Bearer x", host.Server.Request.Headers["authorization"]);
    }

    [Fact]
    public async Task Answers_ThatLeaveListsOut_HaveEmptyOnes()
    {
        _host.Server
            .Answers(200, """{"services":[{"name":"A"}]}""")
            .Answers(200, """{"name":"A","handlers":[{"name":"h"}]}""")
            .Answers(200, """{"id":"dp_1abc","services":[]}""")
            .Answers(201, """{"id":"dp_1abc","services":[]}""")
            .Answers(200, """{"version":"1.7.12"}""");

        var service = Assert.Single(await _host.Admin.Services.ListAsync());
        var handler = Assert.Single((await _host.Admin.Services.GetAsync("A")).Handlers);
        var deployment = await _host.Admin.Deployments.GetAsync("dp_1abc");
        var registration = await _host.Admin.Deployments.RegisterAsync(new Uri("http://localhost:9080"));
        var version = await _host.Admin.GetVersionAsync();

        Assert.Equal("", service.DeploymentId);
        Assert.Empty(service.Handlers);
        Assert.Empty(service.Hints);
        Assert.Empty(service.Metadata);
        Assert.Empty(handler.Metadata);
        Assert.Empty(deployment.Hints);
        Assert.Empty(deployment.Metadata);
        Assert.Empty(deployment.AdditionalHeaders);
        Assert.Empty(registration.Hints);
        Assert.Empty(version.Features);
    }

    [Fact]
    public async Task Cancel_Accepted_WakesTheInvocation()
    {
        _host.Server.Answers(202, contentType: null).Answers(409, Busy);

        await _host.Admin.Invocations.CancelAsync(Id);

        Assert.Equal(
            ["PATCH http://localhost:9070/invocations/inv_1abc/cancel", "PATCH http://localhost:9070/invocations/inv_1abc/resume"],
            _host.Server.Requests.Select(request => $"{request.Method} {request.Uri}"));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(409)]
    public async Task Cancel_GoneOrFinished_NothingToWake(int status)
    {
        _host.Server.Answers(status, contentType: null);

        await _host.Admin.Invocations.CancelAsync(Id);

        Assert.Single(_host.Server.Requests);
    }

    [Theory]
    [InlineData("inv_1/../../health")]
    [InlineData("inv_1?x=1#y")]
    public async Task Kill_StrangeId_CannotChangeThePath(string id)
    {
        _host.Server.Answers(400, "bad id", "text/plain");

        await Assert.ThrowsAsync<RestateBadRequestException>(() => _host.Admin.Invocations.KillAsync(id));

        Assert.Equal($"http://localhost:9070/invocations/{Uri.EscapeDataString(id)}/kill", _host.Server.Request.Uri);
    }

    [Fact]
    public async Task Ids_OfAnotherKind_AreRefusedBeforeSending()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _host.Admin.Invocations.KillAsync("dp_1"));
        await Assert.ThrowsAsync<ArgumentException>(() => _host.Admin.Deployments.GetAsync("inv_1"));
        await Assert.ThrowsAsync<ArgumentException>(() => _host.Admin.Services.GetAsync("a/b"));
        Assert.Throws<ArgumentException>(() => DeploymentChoice.Of("newest"));

        Assert.Empty(_host.Server.Requests);
    }

    [Fact]
    public async Task Resume_OnAnotherDeployment_IsInTheQuery()
    {
        _host.Server.Answers(200, contentType: null).Answers(200, contentType: null).Answers(200, contentType: null);

        await _host.Admin.Invocations.ResumeAsync(Id);
        await _host.Admin.Invocations.ResumeAsync(Id, DeploymentChoice.Latest);
        await _host.Admin.Invocations.ResumeAsync(Id, DeploymentChoice.Of("dp_1"));

        Assert.Equal(["resume", "resume?deployment=latest", "resume?deployment=dp_1"], _host.Server.Requests.Select(request => request.Uri.Split('/')[^1]));
    }

    [Fact]
    public async Task RestartAsNew_Options_AreInTheQuery()
    {
        _host.Server.Answers(200, """{"new_invocation_id":"inv_1new"}""");

        var id = await _host.Admin.Invocations.RestartAsNewAsync(Id, new RestartOptions { FromEntry = 3, Deployment = DeploymentChoice.Keep });

        Assert.Equal("inv_1new", id);
        Assert.Equal("http://localhost:9070/invocations/inv_1abc/restart-as-new?from=3&deployment=keep", _host.Server.Request.Uri);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Pause_Overloaded_IsSentAgain(int status)
    {
        _host.Server.Answers(status, Busy).Answers(202, contentType: null);

        await _host.Admin.Invocations.PauseAsync(Id);

        Assert.Equal(2, _host.Server.Requests.Count);
    }

    [Fact]
    public async Task Resume_NotStartedYet_IsAConflictAndNotSentAgain()
    {
        _host.Server.Answers(425, """{"message":"the invocation is scheduled","restate_code":null}""");

        var error = await Assert.ThrowsAsync<RestateConflictException>(() => _host.Admin.Invocations.ResumeAsync(Id));

        Assert.Equal("Restate's admin API refused the resumption of inv_1abc with status 425: the invocation is scheduled", error.Message);
        Assert.Equal(425, error.StatusCode);
        Assert.Single(_host.Server.Requests);
    }

    [Fact]
    public async Task RestartAsNew_BrokenConnection_IsNotSentAgain()
    {
        _host.Server.BreaksConnection();

        var error = await Assert.ThrowsAsync<RestateUnavailableException>(() => _host.Admin.Invocations.RestartAsNewAsync(Id));

        Assert.Equal(RetryAdvice.RetryIfIdempotent, error.Retry);
        Assert.EndsWith("The request may have been carried out.", error.Message, StringComparison.Ordinal);
        Assert.Single(_host.Server.Requests);
    }

    [Fact]
    public async Task ReplaceState_BrokenConnection_IsSentAgainOnlyWithAVersion()
    {
        var values = new Dictionary<string, ReadOnlyMemory<byte>> { ["a"] = new byte[] { 1, 255 } };
        _host.Server.BreaksConnection();
        await Assert.ThrowsAsync<RestateUnavailableException>(() => _host.Admin.State.ReplaceAsync("Counter", "k", values));
        _host.Server.BreaksConnection().Answers(202, contentType: null);

        await _host.Admin.State.ReplaceAsync("Counter", "k", values, "v1", "blue");

        Assert.Equal(3, _host.Server.Requests.Count);
        Assert.Equal("""{"object_key":"k","new_state":{"a":[1,255]}}""", _host.Server.Requests[0].Body);
        Assert.Equal("""{"object_key":"k","scope":"blue","version":"v1","new_state":{"a":[1,255]}}""", _host.Server.Requests[2].Body);
    }

    [Fact]
    public async Task Health_Overloaded_OneAttempt()
    {
        _host.Server.Answers(429, "");

        await Assert.ThrowsAsync<RestateUnavailableException>(() => _host.Admin.CheckHealthAsync());

        Assert.Single(_host.Server.Requests);
    }

    [Fact]
    public async Task Anything_NotReachable_ErrorNamesTheOption()
    {
        using var host = new AdminHost(options => options.Retry.MaxAttempts = 1);
        host.Server.CannotConnect();

        var error = await Assert.ThrowsAsync<RestateUnavailableException>(() => host.Admin.GetVersionAsync());

        Assert.Equal(
            "Restate's admin API cannot be reached at http://localhost:9070 (look at the version): Connection refused "
            + "Is the server running, and is RestateAdminOptions.AdminUri right?",
            error.Message);
    }

    [Fact]
    public async Task Anything_NoAnswerInTime_TimeoutNamesTheOption()
    {
        using var host = new AdminHost(options => options.RequestTimeout = TimeSpan.FromSeconds(5));
        host.Server.NeverAnswers();

        var error = await Assert.ThrowsAsync<TimeoutException>(() => host.Admin.GetVersionAsync());

        Assert.StartsWith(
            "Restate did not answer the look at the version within 00:00:05 (RestateAdminOptions.RequestTimeout).", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anything_Cancelled_EndsWithTheTokenOfTheCaller()
    {
        using var source = new CancellationTokenSource();
        _host.Server.Runs(async token =>
        {
            await source.CancelAsync();
            token.ThrowIfCancellationRequested();
            throw new InvalidOperationException("Not reached.");
        });

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _host.Admin.GetVersionAsync(source.Token));

        Assert.True(error.CancellationToken.IsCancellationRequested);
    }
}
