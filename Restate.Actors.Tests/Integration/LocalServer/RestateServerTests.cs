using System.Net;
using Restate.Actors.Hosting;
using Restate.Actors.Tests.TestTools;
using Xunit;
using Xunit.Sdk;

namespace Restate.Actors.Tests.Integration.LocalServer;

[Collection(RealServer.Name)]
public sealed class RestateServerTests(RestateServerFixture fixture)
{
    [Fact]
    public async Task Start_DefaultSettings_IngressAndAdminAnswer()
    {
        var health = await fixture.Server.Ingress.SendAsync(HttpMethod.Get, "/restate/health");
        var rows = await fixture.Server.Admin.QueryAsync("SELECT count(1) n FROM sys_invocation");

        Assert.Equal(HttpStatusCode.OK, health.Status);
        Assert.NotNull(Assert.Single(rows)["n"]);
    }

    [Fact]
    public async Task Start_Twice_ServersAreApart()
    {
        await using var other = await RestateServer.StartAsync(RestateServerSettings.AlwaysSuspend);

        Assert.NotEqual(fixture.Server.AdminUri, other.AdminUri);
        Assert.NotEqual(fixture.Server.ProcessId, other.ProcessId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Restart_RegisteredDeployment_IsKeptAtTheSameAddresses(bool kill)
    {
        await using var endpoint = await DiscoveryEndpoint.StartAsync("Kept");
        await using var server = await RestateServer.StartAsync();
        var ingress = server.IngressUri;
        var processId = server.ProcessId;
        await server.Admin.RegisterAsync(endpoint.Uri);

        await server.RestartAsync(kill);

        var health = await server.Ingress.SendAsync(HttpMethod.Get, "/restate/health");
        Assert.Equal("""{"services":["Kept"]}""", health.Text);
        Assert.Equal(ingress, server.IngressUri);
        Assert.NotEqual(processId, server.ProcessId);
    }

    [Fact]
    public async Task Kill_ThenRequest_MessageHoldsTheServersOutput()
    {
        await using var server = await RestateServer.StartAsync();
        await server.KillAsync();

        var error = await Assert.ThrowsAsync<XunitException>(() => server.Ingress.PostAsync("/A/b"));

        Assert.Contains("Restate server:\n  | (no output)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WrongSetting_ErrorHoldsTheServersOutput()
    {
        var settings = new RestateServerSettings().With("RESTATE_WORKER__INVOKER__INACTIVITY_TIMEOUT", "nonsense");

        var error = await Assert.ThrowsAsync<LocalRestateServerException>(() => RestateServer.StartAsync(settings));

        Assert.StartsWith("The local Restate server ended with exit code 1 before it was healthy.", error.Message, StringComparison.Ordinal);
        Assert.Contains("  | [RT0002] configuration loading error", error.Message, StringComparison.Ordinal);
    }
}
