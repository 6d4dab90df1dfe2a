using System.Diagnostics;
using Restate.Actors.Benchmarks.Driver.Http2;
using Restate.Actors.Benchmarks.Driver.Scenarios;
using Restate.Actors.Benchmarks.Driver.Targets;

namespace Restate.Actors.Benchmarks.Driver.Memory;

/// <summary>Measures the memory of an endpoint around invocations.</summary>
internal static class Footprint
{
    private const int WarmUpInvocations = 2_000;

    /// <summary>The share of what was held that may be left when the waiting for the rest ends.</summary>
    private const double Rest = 0.01;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>Runs the code that each invocation runs, so that what it loads and keeps is not counted as that of the measured ones.</summary>
    public static void WarmUp(Target target, Scenario scenario, int invocations = WarmUpInvocations)
    {
        using var connection = new LoadConnection(target.Port, scenario with { IsHeld = false });
        connection.Run(TimeSpan.FromSeconds(30), scenario.Concurrency, invocations);
    }

    /// <summary>Measures managed memory while invocations wait, and when they have ended.</summary>
    public static async Task<Held> HoldAsync(Target target, Scenario scenario, int invocations, int perConnection)
    {
        var managed = target.Managed!;
        var before = managed.CollectAndReadHeld();
        var residentBefore = target.Resident.Now;
        var connections = new List<LoadConnection>();
        for (var rest = invocations; rest > 0; rest -= perConnection)
        {
            connections.Add(new LoadConnection(target.Port, scenario));
            connections[^1].Hold(Math.Min(rest, perConnection));
        }

        double held = managed.CollectAndReadHeld() - before;
        double resident = target.Resident.Now - residentBefore;
        connections.ForEach(connection => connection.Release());
        connections.ForEach(connection => connection.Dispose());

        // The endpoint learns a moment later that the connections are closed.
        var watch = Stopwatch.StartNew();
        double left;
        do
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200));
            left = managed.CollectAndReadHeld() - before;
        }
        while (left > Rest * held && watch.Elapsed < LongestWait);

        return new Held(held / invocations, resident / invocations, left);
    }

    /// <summary>Measures the most memory that invocations, one after the other, take of the machine.</summary>
    public static double Peak(Target target, Scenario scenario, int invocations)
    {
        target.Managed!.CollectAndReadHeld();
        var before = target.Resident.Now;
        target.Resident.ForgetPeak();
        using var connection = new LoadConnection(target.Port, scenario);
        connection.Run(TimeSpan.FromMinutes(1), streams: 1, invocations);
        return target.Resident.Peak - before;
    }
}
