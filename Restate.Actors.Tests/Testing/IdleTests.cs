using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.Testing;
using Restate.Actors.Tests.Testing.Actors;
using Xunit;

namespace Restate.Actors.Tests.Testing;

/// <summary>Time goes on only when no attempt runs, on whatever thread.</summary>
public sealed class IdleTests
{
    private const int Pings = 20;
    private static readonly DateTimeOffset Start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly RelayPoints _points = new();

    [Fact]
    public async Task AutoAdvance_AttemptThatWaitedForItsGateRuns_TimeStandsStill()
    {
        await using var host = await StartAsync();
        var relay = host.GetActor<IRelay>("a");
        using var timer = host.Time.CreateTimer(static _ => { }, null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        await relay.LeaveSlowlyAsync();
        var call = relay.TakeOverAsync();

        // The attempt goes on elsewhere, and what its second turn waits for comes before it has sent anything.
        _points.Leaves.SetResult();
        await _points.FirstTurn.Reached;
        await host.Client.ResolveAwakeableAsync(_points.Baton, "taken");
        _points.FirstTurn.GoOn();
        await _points.SecondTurn.Reached;
        for (var i = 0; i < Pings; i++)
        {
            // After each the server looks whether everything is idle.
            await host.GetActor<IRelay>("b").PingAsync();
        }

        Assert.Equal(Start, host.Time.GetUtcNow());
        _points.SecondTurn.GoOn();
        Assert.Equal("taken", await call);
        Assert.Equal(Start, host.Time.GetUtcNow());
    }

    [Fact]
    public async Task AutoAdvance_AttemptIsInsideItsGateStill_TimeStandsStill()
    {
        await using var host = await StartAsync();
        using var timer = host.Time.CreateTimer(static _ => { }, null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        await host.GetActor<IRelay>("a").LeaveSlowlyAsync();
        var call = host.GetActor<IErrand>().AwaitSignalAsync("tag");
        for (var i = 0; i < Pings; i++)
        {
            await host.GetActor<IRelay>("b").PingAsync();
        }

        Assert.Equal(Start, host.Time.GetUtcNow());
        _points.Leaves.SetResult();
        await host.Client.ResolveAwakeableAsync(host.Services.GetRequiredService<Whiteboard>().Read("tag"), "come");
        Assert.Equal("come", await call);
    }

    [Fact]
    public async Task AutoAdvance_AttemptFilterWaitsForTheClock_TimeGoesOn()
    {
        await using var host = await StartAsync(actors => actors.AddAttemptFilter<PausingFilter>());

        Assert.Equal(1, await host.GetActor<IRelay>("a").PingAsync());
        Assert.Equal(Start.AddHours(1), host.Time.GetUtcNow());
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        await host.WhenIdleAsync();

        Assert.Empty(host.PendingTimers);
    }

    private Task<ActorTestHost> StartAsync(Action<RestateActorsBuilder>? actors = null) =>
        TestHosts.StartAsync(services: services => services.AddSingleton(_points).AddScoped<SlowLeaver>(), actors: actors);
}
