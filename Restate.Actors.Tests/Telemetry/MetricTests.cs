using Restate.Actors.Internal.Protocol;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Telemetry;

/// <summary>The instruments of the engine.</summary>
public sealed class MetricTests
{
    private static readonly JournalScript Call = JournalScript.Of("Engine.Measured", "Measured", "\"in\"");

    [Fact]
    [Capability("Observability", "Metrics")]
    public async Task Completed_AllMeasurements()
    {
        await using var host = Create();
        using var meters = new MeterCollector("Measured", host.Telemetry.Attempts.Meter);

        await AttemptPeer.Start(host, Call).FinishAsync();

        Assert.Equal(["attempt.duration restate.outcome=completed: time", "turn.duration: time"], meters.Take());
        Assert.Equal(
            ["attempts restate.outcome=completed: 1", "payload.io direction=input: 4", "payload.io direction=output: 4"],
            meters.Observe().Where(measurement => measurement.StartsWith("attempts", StringComparison.Ordinal) || measurement.StartsWith("payload", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Outcomes_RunsAndReplays_AreCounted()
    {
        await using var host = Create();
        using var meters = new MeterCollector("Measured", host.Telemetry.Attempts.Meter);
        host.Script.Handler = static async (context, _) => await context.Run("s", _ => Task.FromResult("done"));
        var running = AttemptPeer.Start(host, Call);
        await running.NextAsync("ProposeRunCompletion result_completion_id=1 value=\"done\"");
        running.CloseInput();
        await running.Ended.WaitAsync(AttemptPeer.Patience);
        Assert.Contains("run.duration restate.outcome=completed: time", meters.Take());

        await AttemptPeer.Start(host, running.Stored.With(WireFrame.Completion(MessageType.RunCompletion, 1, "\"done\""))).FinishAsync();
        Assert.Contains("replayed_entries: 2", meters.Observe());

        host.Script.Handler = static (_, _) => throw new TerminalException("no");
        await AttemptPeer.Start(host, Call).FinishAsync();
        Assert.Contains("attempts restate.outcome=failed: 1", meters.Observe());
        host.Script.Handler = static (_, _) => throw new IOException("down");
        await AttemptPeer.Start(host, Call).FinishAsync();
        Assert.Contains("attempts restate.outcome=retried: 1", meters.Observe());
        host.Script.Handler = static async (context, input) => $"{await context.CreateAwakeable<int>().Task}{input}";
        AttemptPeer.Start(host, Call, isInputClosed: true).Take();
        Assert.Contains("attempts restate.outcome=suspended: 2", meters.Observe());
    }

    [Fact]
    public async Task Counts_ManyAttemptsAtOnce_NoneIsLost()
    {
        await using var host = Create();
        using var meters = new MeterCollector("Measured", host.Telemetry.Attempts.Meter);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                await AttemptPeer.Start(host, Call with { Key = $"{thread}-{i}" }).FinishAsync();
            }
        })));

        Assert.Contains("attempts restate.outcome=completed: 400", meters.Observe());
    }

    [Fact]
    public async Task Overlap_OlderAttemptWaits_GateWaitIsMeasured()
    {
        await using var host = Create();
        using var meters = new MeterCollector("Measured", host.Telemetry.Attempts.Meter);
        host.Script.Handler = static async (context, input) => $"{await context.CreateAwakeable<int>().Task}{input}";
        var older = AttemptPeer.Start(host, Call);

        var newer = AttemptPeer.Start(host, Call);

        await older.WasGivenUpAsync();
        newer.Send(WireFrame.Signal(17, "1"));
        await newer.FinishAsync();
        Assert.Single(meters.Take(), "gate.wait.duration: time");
        Assert.Contains("attempts restate.outcome=aborted: 1", meters.Observe());
    }

    [Fact]
    public async Task Escape_IsCounted()
    {
        await using var host = Create();
        using var meters = new MeterCollector("Measured");
        host.Script.Handler = static async (_, input) =>
        {
            await new TaskCompletionSource().Task;
            return input;
        };

        await AttemptPeer.Start(host, Call).FinishAsync();

        Assert.Single(meters.Take(), "escapes: 1");
    }

    [Fact]
    [Capability("Observability", "Metrics")]
    public async Task Gauges_ActiveWarmAndBlocked()
    {
        await using var host = Create();
        using var meters = new MeterCollector("Measured", host.Telemetry.Attempts.Meter);
        host.Script.Handler = static async (context, input) => $"{await context.CreateAwakeable<int>().Task}{input}";
        var waiting = AttemptPeer.Start(host, Call);

        Assert.Equal(["activations state=active: 1", "activations state=warm: 0", "active_attempts: 1", "blocked_keys: 0"], Gauges(meters));
        waiting.Send(WireFrame.Signal(17, "1"));
        await waiting.FinishAsync();
        host.Script.Handler = static (_, _) => throw new IOException("down");
        await AttemptPeer.Start(host, Call with { Key = "other" }).FinishAsync();

        Assert.Equal(["activations state=active: 0", "activations state=warm: 2", "active_attempts: 0", "blocked_keys: 1"], Gauges(meters));
        host.Script.Handler = static (_, input) => Task.FromResult(input);
        await AttemptPeer.Start(host, Call with { Key = "other" }).FinishAsync();
        Assert.Contains("blocked_keys: 0", meters.Observe());
    }

    private static IEnumerable<string> Gauges(MeterCollector meters)
    {
        string[] gauges = ["activations", "active_attempts", "blocked_keys"];
        return meters.Observe().Where(measurement => gauges.Any(gauge => measurement.StartsWith(gauge, StringComparison.Ordinal))).Order();
    }

    private static EngineHost Create() => new(services => __Measured_Actor.AddTo(new RestateActorsBuilder(services)));
}
