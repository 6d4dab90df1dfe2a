using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.Internal.Operations;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Tests.Attempts.Actors;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Attempts;

/// <summary>The clock, the context and the factory that actors and their helpers have injected.</summary>
public sealed class InjectedClockTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    [Capability("Definition and kinds", "Handlers without a context parameter (ambient)")]
    [Capability("Timers, time, randomness", "TimeProvider / DateTime integration")]
    public async Task Handler_InjectedClockOfActorAndHelper_IsTheDurableOne()
    {
        await using var host = Host();
        var expected = _clock.GetUtcNow().ToUnixTimeMilliseconds();

        var peer = AttemptPeer.Start(host, JournalScript.Of("Engine.Watch", "Look", "\"\"") with { Key = "" });

        Assert.Equal([$"SleepCommand wake_up_time={expected} result_completion_id=1", $"SleepCommand wake_up_time={expected + 5000} result_completion_id=2"], peer.Take());
        _clock.Advance(TimeSpan.FromSeconds(7));
        peer.Send(WireFrame.Completion(MessageType.SleepCompletion, 1), WireFrame.Completion(MessageType.SleepCompletion, 2));
        Assert.Equal([$"SleepCommand wake_up_time={expected + 7000} result_completion_id=3", $"OutputCommand value=\"{expected} {expected + 7000} inv_1test\"", "End"], await peer.FinishAsync());
        Assert.Equal(["End"], await peer.Retry().FinishAsync());
    }

    [Fact]
    public async Task Step_InjectedClock_IsThatOfTheSystem()
    {
        await using var host = Host();

        var peer = AttemptPeer.Start(host, JournalScript.Of("Engine.Watch", "LookInStep", "\"\"") with { Key = "" });

        Assert.Equal("ProposeRunCompletion result_completion_id=1 value=true", (await peer.NextAsync("ProposeRunCompletion result_completion_id=1 value=true"))[^1]);
    }

    private EngineHost Host() => new(
        static services =>
        {
            services.AddSingleton<TimeProvider>(ContextTimeProvider.Instance);
            services.AddScoped<Stopwatch>();
            __Watch_Actor.AddTo(new RestateActorsBuilder(services));
        },
        clock: _clock);
}
