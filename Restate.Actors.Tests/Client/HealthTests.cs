using Xunit;

namespace Restate.Actors.Tests.Client;

public sealed class HealthTests : IDisposable
{
    private readonly ClientHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task CheckHealth_Healthy_ServicesInOrder()
    {
        _host.Server.Answers(200, """{"services":["b","a"]}""");

        Assert.Equal(["a", "b"], await _host.Client.CheckHealthAsync());

        Assert.Equal("GET", _host.Server.Request.Method);
        Assert.Equal("http://localhost:8080/restate/health", _host.Server.Request.Uri);
    }

    [Fact]
    public async Task CheckHealth_NotReachable_OneAttempt()
    {
        _host.Server.CannotConnect();

        await Assert.ThrowsAsync<RestateUnavailableException>(() => _host.Client.CheckHealthAsync());

        Assert.Single(_host.Server.Requests);
    }

    [Fact]
    public async Task CheckHealth_Overloaded_OneAttempt()
    {
        _host.Server.Refuses(429, "too many requests");

        await Assert.ThrowsAsync<RestateUnavailableException>(() => _host.Client.CheckHealthAsync());

        Assert.Single(_host.Server.Requests);
    }

    [Fact]
    public async Task CheckHealth_SomethingElseAnswers_ClearError()
    {
        _host.Server.Answers(200, "Hello World!", "text/plain");

        await Assert.ThrowsAsync<RestateClientException>(() => _host.Client.CheckHealthAsync());
    }
}
