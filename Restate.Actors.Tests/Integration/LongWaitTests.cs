using Restate.Actors.Tests.Integration.Actors;
using Restate.Actors.Tests.Integration.Servers;
using Xunit;

namespace Restate.Actors.Tests.Integration;

[Collection(nameof(PatientServer))]
public sealed class LongWaitTests(PatientServer server) : ServerTest(server)
{
    [Fact]
    [Capability("Soundness", "Long waits keep their connection")]
    public async Task Wait_ThirtySecondsWithoutAByte_KeepsItsStreamAndItsNeighbours()
    {
        var watch = await Client.GetActor<ILighthouse>(Key).Send(lighthouse => lighthouse.WatchAsync(30));
        var id = await watch.GetIdAsync();
        await Probe.ReachedAsync($"{Key}/watching");

        List<string> neighbours = [];
        for (var round = 0; round < 20; round++)
        {
            var counter = Client.GetActor<ICounter>(Guid.NewGuid());
            var calls = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => counter.Send(other => other.AddAsync(1))));
            await Task.WhenAll(calls.Select(call => call.AttachAsync()));
            neighbours.AddRange(await Task.WhenAll(calls.Select(call => call.GetIdAsync())));
        }

        Assert.Equal("running", await ColumnAsync(id, "status"));
        await BecomesAsync(id, "completed");
        Assert.Equal("all quiet", await watch.AttachAsync());
        Assert.Equal(1, Host.AttemptsOf(id));
        Assert.Equal(200, neighbours.Count);
        Assert.All(neighbours, neighbour => Assert.Equal(1, Host.AttemptsOf(neighbour)));
    }
}
