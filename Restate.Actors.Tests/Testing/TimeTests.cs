using Restate.Actors.Testing;
using Restate.Actors.Tests.Testing.Actors;
using Xunit;

namespace Restate.Actors.Tests.Testing;

public sealed class TimeTests
{
    private static readonly DateTimeOffset Start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    [Capability("Testing", "Time skipping")]
    public async Task AutoAdvance_WorkflowThatSleepsAYear_EndsAtItsTime()
    {
        await using var host = await TestHosts.StartAsync();

        var result = await host.GetActor<IVoyage>("v1").RunAsync(365);

        Assert.Equal("expired", result);
        Assert.Equal(Start.AddDays(365), host.Time.GetUtcNow());
    }

    [Fact]
    public async Task AutoAdvance_NobodyWaits_TimeStandsStill()
    {
        await using var host = await TestHosts.StartAsync();
        var handle = await host.GetActor<IVoyage>("v1").Send(v => v.RunAsync(365));

        await host.GetActor<IVoyage>("v1").ConfirmAsync("the boss");

        Assert.Equal("confirmed by the boss", await handle.AttachAsync());
        Assert.Equal(Start, host.Time.GetUtcNow());
    }

    [Fact]
    public async Task AutoAdvance_SleepBeyondTheCalendar_IsASleepWithoutEnd()
    {
        await using var host = await TestHosts.StartAsync();
        var handle = await host.GetActor<IVoyage>("v1").Send(v => v.RunAsync(10_000_000));

        await host.GetActor<IVoyage>("v1").ConfirmAsync("the boss");

        Assert.Equal("confirmed by the boss", await handle.AttachAsync());
    }

    [Fact]
    public async Task AdvanceAsync_FiresTimersAtTheirTimes()
    {
        await using var host = await TestHosts.StartAsync(options => options.AutoAdvance = false);
        var purse = host.GetActor<IPurse>("anna");
        await purse.ScheduleDepositAsync(5, days: 10);

        await host.AdvanceAsync(TimeSpan.FromDays(9));
        var before = await purse.BalanceAsync();
        await host.AdvanceAsync(TimeSpan.FromDays(1));
        var after = await purse.BalanceAsync();

        Assert.Equal((0, 5), (before, after));
        Assert.Equal(Start.AddDays(10), host.Time.GetUtcNow());
    }

    [Fact]
    public async Task AdvanceAsync_TimersOfTimers_AllFire()
    {
        await using var host = await TestHosts.StartAsync(options => options.AutoAdvance = false);
        var purse = host.GetActor<IPurse>("anna");
        await purse.Send(p => p.SlowDepositAsync(1, 10));
        await purse.Send(p => p.SlowDepositAsync(2, 10));

        await host.AdvanceAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(3, await purse.BalanceAsync());
    }

    [Fact]
    public async Task Retries_BackOffIsVirtual()
    {
        var till = new Till { Failures = 5 };
        await using var host = await TestHosts.StartAsync(actors: actors => actors.Services.AddTill(till));

        var receipt = await host.GetActor<IPurse>("anna").PayAsync("tea");

        Assert.Equal("anna paid tea", receipt);
        Assert.Equal(6, till.Payments);

        // 0.5 + 1 + 2 + 4 + 8 seconds.
        Assert.Equal(Start.AddSeconds(15.5), host.Time.GetUtcNow());
    }

    [Fact]
    public async Task Step_WaitsForAVirtualTimer_TimeGoesOn()
    {
        await using var host = await TestHosts.StartAsync();

        Assert.Equal("waited", await host.GetActor<IErrand>().WaitInStepAsync());
        Assert.Equal(Start.AddHours(1), host.Time.GetUtcNow());
    }

    [Fact]
    public async Task StartTime_IsWhatHandlersSee()
    {
        var start = new DateTimeOffset(1999, 12, 31, 0, 0, 0, TimeSpan.Zero);
        await using var host = await TestHosts.StartAsync(options => options.StartTime = start);

        await host.GetActor<IVoyage>("v1").RunAsync(1);

        Assert.Equal(start.AddDays(1), host.Time.GetUtcNow());
    }

    [Fact]
    public async Task PendingTimers_SayWhatTheyAreFor()
    {
        await using var host = await TestHosts.StartAsync(options => options.AutoAdvance = false);
        await host.GetActor<IPurse>("anna").Send(p => p.SlowDepositAsync(5, 60));
        await host.GetActor<IPurse>("bob").ScheduleDepositAsync(5, days: 10);

        Assert.Equal(
            ["sleep 'slow' of Testing.Purse/anna/SlowDeposit", "delayed start of Testing.Purse/bob/Deposit"],
            host.PendingTimers.Select(timer => timer.Purpose));
        Assert.Equal([Start.AddSeconds(60), Start.AddDays(10)], host.PendingTimers.Select(timer => timer.Due));
    }

    [Fact]
    public async Task WhenIdle_StepNeverEnds_ErrorShowsTheSituation()
    {
        var till = new Till { Blocks = true };
        await using var host = await TestHosts.StartAsync(options => options.Patience = TimeSpan.FromMilliseconds(200), actors: actors => actors.Services.AddTill(till));
        await host.GetActor<IPurse>("anna").Send(p => p.PayAsync("tea"));

        var error = await Assert.ThrowsAsync<ActorTestException>(host.WhenIdleAsync);

        Assert.Contains("Testing.Purse/anna/Pay  Running", error.Message, StringComparison.Ordinal);
        till.Unblock();
    }

    [Fact]
    public async Task Dispose_CallUnderWay_CallFails()
    {
        var host = await TestHosts.StartAsync(options => options.AutoAdvance = false);
        var call = host.GetActor<IVoyage>("v1").RunAsync(7);

        await host.DisposeAsync();

        var error = await Assert.ThrowsAsync<ActorTestException>(() => call);
        Assert.Equal("The test host was disposed while the call was under way.", error.Message);
    }

    [Fact]
    public async Task Wait_NothingCanEndIt_ErrorShowsTheSituation()
    {
        await using var host = await TestHosts.StartAsync(options => options.Patience = TimeSpan.FromMilliseconds(200));

        var error = await Assert.ThrowsAnyAsync<Exception>(() => host.GetActor<IErrand>().AwaitSignalAsync("never"));

        Assert.Contains("Nothing has happened for 0.2 seconds", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Testing.Errand/AwaitSignal", error.ToString(), StringComparison.Ordinal);
    }
}
