using Restate.Actors.Tests.Integration.Servers;
using Restate.Actors.Tests.Integration.Survival;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration;

/// <summary>The endpoint and the server die in the middle of a workflow.</summary>
[Collection(nameof(MortalServer))]
public sealed class SurvivalTests(MortalServer server) : ServerTest(server), IDisposable
{
    private readonly string _journal = Path.GetTempFileName();

    private IExpedition Expedition => Client.GetActor<IExpedition>(Key);

    [Fact]
    [Capability("Hosting", "Replay after suspension or crash")]
    public async Task Workflow_EndpointAndServerAreKilled_GoesOnWhereItWas()
    {
        var port = LoopbackPorts.Pick(1)[0];
        var endpoint = await ActorProcess.StartAsync(port);
        await Server.Admin.RegisterAsync(new Uri($"http://127.0.0.1:{port}"));
        var run = await Expedition.Send(expedition => expedition.RunAsync(_journal));
        var id = await run.GetIdAsync();
        await WaitForAsync("depart");
        await WaitForCommandAsync(id, "GetPromise", 1);

        await endpoint.DisposeAsync();
        endpoint = await ActorProcess.StartAsync(port);
        await Expedition.ContinueAsync("first camp");
        await WaitForAsync("climb");
        await WaitForCommandAsync(id, "GetPromise", 2);

        await Server.RestartAsync();
        await Expedition.ContinueAsync("second camp");
        await WaitForAsync("begin");

        await endpoint.DisposeAsync();
        endpoint = await ActorProcess.StartAsync(port);
        await BecomesAsync(id, "completed");
        await Server.RestartAsync();

        Assert.Equal("back from the summit", await run.AttachAsync());
        Assert.Equal(["depart", "climb", "summit", "begin", "begin", "end"], await File.ReadAllLinesAsync(_journal));
        Assert.Equal(
            ["Input", "Run", "GetPromise", "Run", "GetPromise", "SetState", "Run", "Sleep", "Run", "GetEagerState", "Output"],
            await CommandsAsync(id));
        await endpoint.DisposeAsync();
    }

    public void Dispose() => File.Delete(_journal);

    private Task WaitForAsync(string line) =>
        Eventually.BecomesTrueAsync(async () => (await File.ReadAllLinesAsync(_journal)).Contains(line), $"the journal holds {line}");

    private Task WaitForCommandAsync(string id, string command, int count) =>
        Eventually.BecomesTrueAsync(async () => (await CommandsAsync(id)).Count(recorded => recorded == command) == count, $"{count} {command}");
}
