using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.Admin;
using Restate.Actors.Tests.Integration.Servers;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration.Versions;

/// <summary>Two versions at addresses of their own: the old one ends what it began, and is removed when it has.</summary>
[Collection(nameof(GuestServer))]
public sealed class DrainOnServerTests(GuestServer server) : ServerTest(server)
{
    private IRestateAdmin Admin => Server.Admin.Client;

    private IParade Parade => Client.GetActor<IParade>(Key);

    [Fact]
    [Capability("Admin client", "Drain and remove old deployments")]
    public async Task Drain_OldVersionWithAWaitingInvocation_EndsItAndIsRemoved()
    {
        await using var first = await StartAsync("1");
        var firstId = await Server.Admin.RegisterAsync(first.Uri);
        var march = await Parade.Send(parade => parade.March(true));
        await BecomesAsync(await march.GetIdAsync(), "running", "suspended");
        await Eventually.BecomesTrueAsync(async () => (await Admin.Deployments.GetUsageAsync(firstId)).InvocationCount == 1);
        var current = await Assert.ThrowsAsync<RestateConflictException>(() => Admin.Deployments.RemoveDrainedAsync(firstId));
        var endless = await Assert.ThrowsAsync<RestateConflictException>(() => Admin.Deployments.WaitUntilDrainedAsync(firstId));

        await using var second = await StartAsync("2");
        var secondId = await Server.Admin.RegisterAsync(second.Uri);
        await Eventually.BecomesTrueAsync(async () => await Client.GetActor<IParade>($"{Key}-other").Version() == "2");
        var pinned = await Assert.ThrowsAsync<RestateConflictException>(() => Admin.Deployments.RemoveDrainedAsync(firstId));
        var progress = new Recorder();
        var draining = Admin.Deployments.WaitUntilDrainedAsync(firstId, new DrainOptions { Interval = TimeSpan.FromMilliseconds(50), Progress = progress });
        await progress.SeenAsync(usage => usage.InvocationCount == 1);
        Assert.False(draining.IsCompleted);
        await GoAsync(first);

        Assert.Equal("began on 1, ended on 1", await march.AttachAsync());
        await draining;
        await Admin.Deployments.RemoveDrainedAsync(firstId);
        await Assert.ThrowsAsync<RestateNotFoundException>(() => Admin.Deployments.GetAsync(firstId));
        Assert.Equal("2", await Parade.Version());
        Assert.True((await Admin.Deployments.GetUsageAsync(secondId)).CurrentServices is ["Parade"]);

        Assert.Contains("new invocations go to it: Parade", current.Message, StringComparison.Ordinal);
        Assert.StartsWith($"Deployment {firstId} cannot be drained.", endless.Message, StringComparison.Ordinal);
        Assert.StartsWith($"Deployment {firstId} was not removed: it is still needed.\n  invocations bound to it:  1\n", pinned.Message, StringComparison.Ordinal);
        Assert.Contains($"{await march.GetIdAsync()} Parade/{Key}/March, ", pinned.Message, StringComparison.Ordinal);
        Assert.Equal([0, 0], progress.Counts.TakeLast(2));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Drain_TimeIsOver_SaysWhatIsLeft(bool withStep)
    {
        // Without a step the journal has not grown yet, so the server has not bound the invocation; but its attempt runs on the old version.
        await using var first = await StartAsync("1");
        var firstId = await Server.Admin.RegisterAsync(first.Uri);
        var march = await Parade.Send(parade => parade.March(withStep));
        await Eventually.BecomesTrueAsync(async () => (await Admin.Deployments.GetUsageAsync(firstId)).InvocationCount == 1);
        await using var second = await StartAsync("2");
        await Server.Admin.RegisterAsync(second.Uri);

        var error = await Assert.ThrowsAsync<TimeoutException>(() => Admin.Deployments.WaitUntilDrainedAsync(firstId, new DrainOptions { Timeout = TimeSpan.Zero }));

        Assert.StartsWith($"Deployment {firstId} was not drained within 00:00:00.\n  invocations bound to it:  1\n", error.Message, StringComparison.Ordinal);
        await GoAsync(first);
        await march.AttachAsync();
    }

    private async Task GoAsync(ActorHost host)
    {
        await host.Probe.ReachedAsync($"{Key}/go");
        await Client.ResolveAwakeableAsync(host.Probe.Notes($"{Key}/go").First(), true);
    }

    private static Task<ActorHost> StartAsync(string version) => ActorHost.StartAsync(ActorHostSettings.Of(typeof(Parade)) with
    {
        Add = actors => actors.Services.AddSingleton(new ParadeVersion(version)),
    });

    private sealed class Recorder : IProgress<DeploymentUsage>
    {
        private readonly Lock _lock = new();
        private readonly List<DeploymentUsage> _usages = [];

        public IReadOnlyList<long> Counts
        {
            get
            {
                lock (_lock)
                {
                    return [.. _usages.Select(usage => usage.InvocationCount)];
                }
            }
        }

        public void Report(DeploymentUsage value)
        {
            lock (_lock)
            {
                _usages.Add(value);
            }
        }

        public Task SeenAsync(Func<DeploymentUsage, bool> condition) => Eventually.BecomesTrueAsync(() =>
        {
            lock (_lock)
            {
                return Task.FromResult(_usages.Any(condition));
            }
        });
    }
}
