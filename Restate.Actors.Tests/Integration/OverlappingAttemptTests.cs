using Restate.Actors.Tests.Integration.Servers;
using Restate.Actors.Tests.Integration.Wayward;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration;

/// <summary>Two attempts of one exclusive invocation in one process, because the server gave the first one up.</summary>
[Collection(nameof(ImpatientServer))]
public sealed class OverlappingAttemptTests(ImpatientServer server) : ServerTest(server)
{
    private IBlocker Blocker => Client.GetActor<IBlocker>(Key);

    [Fact]
    [Capability("Soundness", "Two attempts of one key never run at once in a process")]
    public async Task NewerAttempt_OlderStillRuns_WaitsForItsTurnToEnd()
    {
        await using var host = await StartHostAsync(TimeSpan.FromSeconds(40));
        var invocation = await Blocker.Send(blocker => blocker.BlockAsync());
        var id = await invocation.GetIdAsync();
        await host.Probe.ReachedAsync($"{Key}/entered");

        await Eventually.BecomesTrueAsync(() => Task.FromResult(host.AttemptsOf(id) >= 2));
        Assert.Single(host.Probe.Notes($"{Key}/entered"));
        host.Probe.Open($"{Key}/gate");

        Assert.Equal(1, await invocation.AttachAsync());
        Assert.True(host.Probe.Notes($"{Key}/entered").Count >= 2);
        host.Logs.Verify();
    }

    [Fact]
    public async Task NewerAttempt_OlderNeverLeaves_GoesOnAfterTheGracePeriod()
    {
        await using var host = await StartHostAsync(TimeSpan.FromMilliseconds(50));
        var invocation = await Blocker.Send(blocker => blocker.BlockAsync());

        Assert.Equal(1, await invocation.AttachAsync());
        var after = host.Probe.Notes($"{Key}/after").Count;
        host.Probe.Open($"{Key}/gate");
        Assert.Equal(2, await Blocker.BlockAsync());

        // The turn of the older attempt ended with its await; what followed never ran.
        await Eventually.BecomesTrueAsync(() => Task.FromResult(host.Probe.Notes($"{Key}/left").Count > after + 1));
        host.Logs.Verify();
    }

    private async Task<ActorHost> StartHostAsync(TimeSpan gracePeriod)
    {
        var host = await ActorHost.StartAsync(
            Server, ActorHostSettings.Of(typeof(Blocker)) with { Configure = options => options.ExclusiveGracePeriod = gracePeriod });
        host.Logs.Expect("A turn of Blocker/Block");
        return host;
    }
}
