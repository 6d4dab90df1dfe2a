using Restate.Actors.Dashboard.Tests.Actors;
using Restate.Actors.Dashboard.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Dashboard.Tests.Api;

[Collection(ServerTests.Name)]
public sealed class OverviewTests(ServerFixture server)
{
    [Fact]
    public async Task Overview_ActorsOfTheServer_HaveKindsModesCountsAndRates()
    {
        var till = server.Host.Client.GetActor<ITill>("overview");
        await till.Pay(1);
        await Assert.ThrowsAsync<TerminalException>(() => till.Refuse("closed"));

        var overview = await server.Host.AskUntilAsync("api/overview", answer =>
            answer.Find("services", "name", "Till")?.Find("handlers", "name", "Refuse")?.GetProperty("invocations").Number("completed") > 0);

        Assert.Null(overview.GetProperty("server").Text("error"));
        Assert.Equal("1.7.12", overview.GetProperty("server").Text("version"));
        Assert.Equal(["Delivery", "Prices", "Till"], overview.Items("services").Select(service => service.Text("name")));
        Assert.Equal(["Workflow", "Service", "VirtualObject"], overview.Items("services").Select(service => service.Text("kind")));
        Assert.All(overview.Items("services"), service => Assert.True(service.Flag("isRegistered") && service.Flag("isServedHere")));

        var tillHandlers = overview.Find("services", "name", "Till")!.Value;
        Assert.Equal("Exclusive", tillHandlers.Find("handlers", "name", "Pay")!.Value.Text("mode"));
        Assert.Equal("Shared", tillHandlers.Find("handlers", "name", "Sum")!.Value.Text("mode"));
        Assert.Equal("Workflow", overview.Find("services", "name", "Delivery")!.Value.Find("handlers", "name", "Run")!.Value.Text("mode"));
        var refusals = tillHandlers.Find("handlers", "name", "Refuse")!.Value.GetProperty("rates");
        Assert.True(refusals.Number("total") >= 1);
        Assert.True(refusals.Number("failed") >= 1);
        Assert.True(refusals.GetProperty("medianSeconds").GetDouble() > 0);
        Assert.True(overview.GetProperty("process").Number("warmKeys") >= 1);
    }

    [Fact]
    public async Task Overview_NoServer_SaysSoAndShowsTheActorsOfThisProcess()
    {
        await using var host = await DashboardHost.StartAsync(new DashboardHostSettings { AdminUri = new Uri("http://127.0.0.1:9/") });

        var overview = await host.AskAsync("api/overview");
        using var keys = await host.Http.GetAsync("api/keys");

        Assert.Contains("http://127.0.0.1:9", overview.GetProperty("server").Text("error"), StringComparison.Ordinal);
        Assert.Equal(["Delivery", "Prices", "Till"], overview.Items("services").Select(service => service.Text("name")));
        Assert.All(overview.Items("services"), service => Assert.False(service.TryGetProperty("isRegistered", out _)));
        Assert.Equal(503, (int)keys.StatusCode);
        Assert.Contains("error", await keys.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overview_ServerThatDoesNotAnswer_IsGivenUpAfterTheTimeout()
    {
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        await using var host = await DashboardHost.StartAsync(new DashboardHostSettings
        {
            AdminUri = new Uri($"http://{silent.LocalEndpoint}/"),
            Configure = options => options.ServerTimeout = TimeSpan.FromMilliseconds(300),
        });

        var overview = await host.AskAsync("api/overview");

        Assert.Equal("The Restate server did not answer within 0.3 s (ActorDashboardOptions.ServerTimeout).", overview.GetProperty("server").Text("error"));
    }
}
