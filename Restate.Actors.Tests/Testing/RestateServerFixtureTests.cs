using Restate.Actors.Testing;
using Restate.Actors.Tests.Testing.Actors;
using Xunit;

namespace Restate.Actors.Tests.Testing;

public sealed class RestateServerFixtureTests
{
    [Fact]
    [Capability("Testing", "Test environment with a real server")]
    [Capability("Testing", "Without Docker")]
    public async Task Fixture_KilledAndRestarted_ActorsGoOn()
    {
        await using var server = new RestateServerFixture();
        Assert.Contains("not started", server.Log, StringComparison.Ordinal);
        await server.StartAsync();
        await using var app = await server.ServeAsync(TestHosts.AddActors);
        await app.Client.GetActor<IPurse>("anna").DepositAsync(5);

        await server.RestartAsync(kill: true);

        Assert.Equal(7, await app.Client.GetActor<IPurse>("anna").DepositAsync(2));
    }
}
