using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Restate.Actors.Tests.Integration.Servers;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration.Shutdown;

/// <summary>A host stops in the middle of everything, and another one takes its place: nothing is lost, nothing that was recorded is done twice.</summary>
[Collection(nameof(GuestServer))]
public sealed class ShutdownOnServerTests(GuestServer server) : ServerTest(server)
{
    private const int Parked = 20;

    private readonly int _port = LoopbackPorts.Pick(1)[0];

    private IVigil Vigil => Client.GetActor<IVigil>();

    [Fact]
    [Capability("Hosting", "Graceful shutdown")]
    public async Task Stop_StepsParkedWaitsAndAnEndlessStep_NothingIsLost()
    {
        var first = await StartAsync();
        await Server.Admin.RegisterAsync(first.Uri);
        var parked = await Task.WhenAll(Enumerable.Range(0, Parked).Select(number => SendAsync(vigil => vigil.WaitAsync($"{Key}/wait {number}"))));
        var step = await SendAsync(vigil => vigil.StepAsync($"{Key}/step"));
        var endless = await SendAsync(vigil => vigil.EndlessAsync($"{Key}/endless"));
        await Task.WhenAll(Enumerable.Range(0, Parked).Select(number => first.Probe.ReachedAsync($"{Key}/wait {number}")));
        await first.Probe.ReachedAsync($"{Key}/step/begun");
        await first.Probe.ReachedAsync($"{Key}/endless/begun");
        var endlessId = await endless.GetIdAsync();

        using var timeIsOver = new CancellationTokenSource();
        var stopping = first.StopAsync(timeIsOver.Token);
        await Task.WhenAll(parked.Select(async wait => await BecomesAsync(await wait.GetIdAsync(), "suspended")));
        Assert.False(stopping.IsCompleted);
        var late = await SendAsync(vigil => vigil.QuickAsync($"{Key}/late"));
        first.Probe.Open($"{Key}/step");
        await first.Probe.ReachedAsync($"{Key}/step/ended");
        await BecomesAsync(await step.GetIdAsync(), "suspended", "backing-off");
        Assert.False(stopping.IsCompleted);
        await timeIsOver.CancelAsync();
        await stopping;
        await first.Probe.ReachedAsync($"{Key}/endless/cut");
        await first.DisposeAsync();

        Assert.Empty(first.Probe.Notes($"{Key}/late"));
        Assert.NotEqual("completed", await ColumnAsync(endlessId, "status"));
        await using var second = await StartAsync();
        second.Probe.Open($"{Key}/endless");
        for (var number = 0; number < Parked; number++)
        {
            await Client.ResolveAwakeableAsync(first.Probe.Notes($"{Key}/wait {number}").First(), $"answer {number}");
        }

        for (var number = 0; number < Parked; number++)
        {
            Assert.Equal($"answer {number}", await parked[number].AttachAsync());
        }

        Assert.Equal("the step is done", await step.AttachAsync());
        Assert.Equal("it had an end", await endless.AttachAsync());
        Assert.Equal("quick", await late.AttachAsync());
        Assert.Empty(second.Probe.Notes($"{Key}/step/begun"));
        Assert.Single(second.Probe.Notes($"{Key}/endless/begun"));
        Assert.Single(second.Probe.Notes($"{Key}/late"));
        first.Logs.Expect("1 attempts had not come to a wait when the time for the shutdown was over");
        first.Logs.Verify();
        second.Logs.Verify();
    }

    private Task<InvocationHandle<string>> SendAsync(Func<IVigil, Task<string>> call) => Vigil.Send(call);

    // The test decides when the time is over.
    private Task<ActorHost> StartAsync() => ActorHost.StartAsync(ActorHostSettings.Of(typeof(Vigil)) with
    {
        Port = _port,
        Add = actors => actors.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMinutes(5)),
    });
}
