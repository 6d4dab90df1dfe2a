using Restate.Actors.Testing;
using Restate.Actors.Tests.Testing.Actors;
using Xunit;

namespace Restate.Actors.Tests.Testing;

public sealed class OperationTests
{
    [Fact]
    public async Task Cancel_Waiting_HandlerCleansUp()
    {
        await using var host = await TestHosts.StartAsync(options => options.AutoAdvance = false);
        var handle = await host.GetActor<IVoyage>("v1").Send(v => v.RunAsync(7));

        await host.CancelAsync(await handle.GetIdAsync());

        var error = await Assert.ThrowsAsync<TerminalException>(() => handle.AttachAsync());
        Assert.Equal(409, error.Code);
        Assert.Equal("cancelled", host.StateOf<IVoyage>("v1").Get<string>("status"));
    }

    [Fact]
    public async Task Cancel_ThroughTheHandle_IsTheSame()
    {
        await using var host = await TestHosts.StartAsync(options => options.AutoAdvance = false);
        var handle = await host.GetActor<IVoyage>("v1").Send(v => v.RunAsync(7));

        await handle.CancelAsync();

        await Assert.ThrowsAsync<TerminalException>(() => handle.AttachAsync());
    }

    [Fact]
    public async Task Cancel_DelayedSend_NeverStarts()
    {
        await using var host = await TestHosts.StartAsync(options => options.AutoAdvance = false);
        var handle = await host.GetActor<IPurse>("anna").Send(p => p.DepositAsync(5), after: TimeSpan.FromDays(1));

        await handle.CancelAsync();
        await host.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Equal(0, await host.GetActor<IPurse>("anna").BalanceAsync());
        await Assert.ThrowsAsync<InvocationNotFoundException>(() => handle.AttachAsync());
    }

    [Fact]
    public async Task Kill_HolderOfAKey_LetsTheNextRun()
    {
        await using var host = await TestHosts.StartAsync(options => options.AutoAdvance = false);
        var purse = host.GetActor<IPurse>("anna");
        var slow = await purse.Send(p => p.SlowDepositAsync(5, 60));
        var next = await purse.Send(p => p.DepositAsync(1));
        Assert.Equal(InvocationStatus.Pending, host.FindInvocation(await next.GetIdAsync()).Status);

        await host.KillAsync(await slow.GetIdAsync());

        Assert.Equal(1, await next.AttachAsync());
        var error = await Assert.ThrowsAsync<TerminalException>(() => slow.WaitAsync());
        Assert.Equal("killed", error.Message);
    }

    [Fact]
    public async Task Retries_UsedUp_CallerLearnsThatItIsPaused()
    {
        await using var host = await TestHosts.StartAsync();

        var error = await Assert.ThrowsAnyAsync<Exception>(() => host.GetActor<IErrand>().FailAsync("no way"));

        Assert.Contains("Testing.Errand/Fail is paused: 70 attempts have failed", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("no way", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(InvocationStatus.Paused, Assert.Single(host.Invocations).Status);
    }

    [Fact]
    public async Task Retries_UsedUpAndKilled_CallerGetsTheFailure()
    {
        await using var host = await TestHosts.StartAsync(actors: actors => actors.Configure<IErrand>(options =>
        {
            options.RetryMaxAttempts = 3;
            options.OnMaxAttempts = OnMaxAttempts.Kill;
        }));

        var error = await Assert.ThrowsAsync<TerminalException>(() => host.GetActor<IErrand>().FailAsync("no way"));

        Assert.Equal(500, error.Code);
        Assert.Equal("no way", error.Message);
        Assert.Equal(3, Assert.Single(host.Invocations).Attempts);
    }

    [Fact]
    public async Task Resume_Paused_GoesOn()
    {
        var till = new Till { Failures = 2 };
        await using var host = await TestHosts.StartAsync(actors: actors =>
        {
            actors.Services.AddTill(till);
            actors.Configure<IPurse>(options => options.RetryMaxAttempts = 2);
        });
        var handle = await host.GetActor<IPurse>("anna").Send(p => p.PayAsync("tea"));
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        var id = await handle.GetIdAsync();
        Assert.Equal(InvocationStatus.Paused, host.FindInvocation(id).Status);

        await host.ResumeAsync(id);

        Assert.Equal("anna paid tea", await handle.AttachAsync());
    }
}
