using Restate.Actors.Admin;
using Xunit;

namespace Restate.Actors.Tests.Admin;

/// <summary>Each shape of a refusal becomes an exception that says what to do.</summary>
public sealed class AdminErrorsTests : IDisposable
{
    private const string Id = "inv_1abc";

    private readonly AdminHost _host = new();

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData(400, """{"message":"bad format","restate_code":null}""", typeof(RestateBadRequestException), "bad format")]
    [InlineData(409, """{"message":"[X] still running","restate_code":"X"}""", typeof(RestateConflictException), "still running")]
    [InlineData(410, """{"message":"no journal","restate_code":null}""", typeof(RestateConflictException), "no journal")]
    [InlineData(415, "plain", typeof(RestateBadRequestException), "plain")]
    [InlineData(422, """{"message":"no workflows","restate_code":null}""", typeof(RestateBadRequestException), "no workflows")]
    [InlineData(500, """{"message":"broken","restate_code":null}""", typeof(RestateClientException), "broken")]
    public async Task Refusal_OfEachShape_TypeAndText(int status, string body, Type type, string text)
    {
        _host.Server.Answers(status, body);

        var error = await Assert.ThrowsAnyAsync<RestateClientException>(() => _host.Admin.Invocations.PurgeAsync(Id));

        Assert.IsType(type, error);
        Assert.EndsWith($"Restate's admin API refused the purge of inv_1abc with status {status}: {text}", error.Message, StringComparison.Ordinal);
        Assert.Equal(status, error.StatusCode);
        Assert.Equal(body.Contains("\"X\"", StringComparison.Ordinal) ? "X" : null, error.ErrorCode);
        Assert.Equal(RetryAdvice.DoNotRetry, error.Retry);
    }

    [Fact]
    public async Task Invocation_Unknown_IsTheSameTypeAsElsewhere()
    {
        _host.Server.Answers(404, """{"message":"The requested invocation 'inv_1abc' does not exist","restate_code":null}""");

        var error = await Assert.ThrowsAsync<InvocationNotFoundException>(() => _host.Admin.Invocations.KillAsync(Id));

        Assert.Equal(Id, error.InvocationId);
    }

    [Fact]
    public async Task Service_Unknown_NotFound()
    {
        _host.Server.Answers(404, """{"message":"The requested service 'X' does not exist","restate_code":null}""");

        var error = await Assert.ThrowsAsync<RestateNotFoundException>(() => _host.Admin.Services.GetAsync("X"));

        Assert.Equal("Restate's admin API refused the look at service X with status 404: The requested service 'X' does not exist", error.Message);
    }

    [Fact]
    public async Task Route_Unknown_SaysThatTheAddressOrTheServerIsWrong()
    {
        _host.Server.Answers(404, "", contentType: null);

        var error = await Assert.ThrowsAsync<RestateBadRequestException>(() => _host.Admin.Invocations.PauseAsync(Id));

        Assert.EndsWith("set RestateAdminOptions.AdminUri to the address of the admin API of a Restate server of version 1.7 or later.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ingress_Answers_SaysSo()
    {
        _host.Server.Refuses(404, "not found");

        var error = await Assert.ThrowsAnyAsync<RestateClientException>(() => _host.Admin.Services.ListAsync());

        Assert.Contains("The ingress answered instead of the admin API: set RestateAdminOptions.AdminUri", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("{}")]
    [InlineData("null")]
    public async Task AnotherProgram_Answers_SaysSo(string body)
    {
        _host.Server.Answers(200, body);

        var error = await Assert.ThrowsAsync<RestateClientException>(() => _host.Admin.GetVersionAsync());

        Assert.Equal(
            "The answer (200) to the look at the version is not one of a Restate server's admin API. "
            + "Set RestateAdminOptions.AdminUri to the address of the admin API (usually port 9070).",
            error.Message);
    }

    [Fact]
    public async Task Register_Refused_SaysWhatWhereAndHowToFix()
    {
        _host.Server.Answers(409, """{"message":"[META0006] detected a new service revision for 'A'.","restate_code":"META0006"}""");

        var error = await Assert.ThrowsAsync<RestateConflictException>(() => _host.Admin.Deployments.RegisterAsync(new Uri("http://localhost:5080")));

        Assert.Equal("META0006", error.ErrorCode);
        Assert.Equal(
            """
            [META0006] The deployment was not registered: a service of this name is already registered with another type (service, virtual object or workflow).
              deployment:       http://localhost:5080/
              admin API:        http://localhost:9070/
              the server wrote: 409 detected a new service revision for 'A'.
            Give the changed service a new name. If nothing needs the old one any more, set RegisterDeploymentOptions.Breaking to allow the change.
            """,
            error.Message);
    }

    [Fact]
    public async Task Register_EndpointNotReachable_MayBeTriedAgain()
    {
        _host.Server.Answers(500, """{"message":"[META0003] unable to reach the remote endpoint","restate_code":"META0003"}""");

        var error = await Assert.ThrowsAsync<RestateUnavailableException>(() => _host.Admin.Deployments.RegisterAsync(new Uri("http://localhost:5080")));

        Assert.Equal(RetryAdvice.Retry, error.Retry);
        Assert.Equal("META0003", error.ErrorCode);
    }

    [Fact]
    public async Task Remove_WithoutForce_SaysWhatTheServerCannot()
    {
        _host.Server.Answers(501, "", contentType: null);

        var error = await Assert.ThrowsAsync<RestateConflictException>(() => _host.Admin.Deployments.RemoveAsync("dp_1", force: false));

        Assert.StartsWith("The server cannot remove deployment dp_1 without force", error.Message, StringComparison.Ordinal);
        Assert.Equal("http://localhost:9070/deployments/dp_1?force=false", _host.Server.Request.Uri);
    }

    [Fact]
    public async Task Row_OfAnotherType_NamesTheType()
    {
        _host.Server.Answers(200, """{"rows":[{"count":"x"}]}""");

        var error = await Assert.ThrowsAsync<RestateClientException>(() => _host.Admin.QueryAsync<CountRow>($"SELECT 1"));

        Assert.StartsWith($"A row of the query cannot be read as {typeof(CountRow)}: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UpdateService_BadChanges_RefusedBeforeSending()
    {
        var nothing = await Assert.ThrowsAsync<ArgumentException>(() => _host.Admin.Services.UpdateAsync("A", new ServiceChanges()));
        var negative = await Assert.ThrowsAsync<ArgumentException>(
            () => _host.Admin.Services.UpdateAsync("A", new ServiceChanges { JournalRetention = TimeSpan.FromSeconds(-1) }));

        Assert.StartsWith("Nothing is to be changed", nothing.Message, StringComparison.Ordinal);
        Assert.StartsWith("ServiceChanges.JournalRetention is -00:00:01; it must not be negative.", negative.Message, StringComparison.Ordinal);
        Assert.Empty(_host.Server.Requests);
    }

    private sealed record CountRow(int Count);
}
