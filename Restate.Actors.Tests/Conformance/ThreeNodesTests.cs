using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Conformance;

/// <summary>A cluster that loses one node after the other: attempts are broken off because the leader of their partition changes.</summary>
[Collection("Conformance chaos")]
public sealed class ThreeNodesTests
{
    /// <summary>Whether every wait suspends; that as well only with the environment variable <c>CHAOS_SEEDS</c>, to save time.</summary>
    public static TheoryData<bool> Runs { get; } = Environment.GetEnvironmentVariable("CHAOS_SEEDS") is null ? [false] : [false, true];

    [Theory]
    [Capability("Soundness", "Endpoint and server may be killed under load")]
    [MemberData(nameof(Runs))]
    public async Task KillNodes_MidProgram_CountersAreThoseOfTheModel(bool suspending)
    {
        var settings = suspending ? Configurations.AlwaysSuspending : Configurations.Default;
        await using var cluster = await RestateCluster.StartAsync(settings);
        await using var app = await ConformanceApp.StartAsync();
        await cluster.Nodes[0].Admin.RegisterAsync(app.Uri);
        var client = new ConformanceClient(cluster.Nodes[0], app);
        Assert.Equal("\"x\"", await client.CallAsync("TestUtilsService/echo", "\"x\""));
        var programs = ProgramModel.CreateRandom(seed: 5, $"{Random.Shared.Next():x8}", programs: 40, commands: 15);
        await programs.SendAsync(client);

        // The node that the test talks to stays.
        foreach (var node in cluster.Nodes.Skip(1))
        {
            await Task.Delay(200);
            await node.RestartAsync(kill: true);
        }

        await programs.VerifyAsync(client);
    }
}
