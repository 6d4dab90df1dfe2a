using System.Diagnostics;
using Restate.Actors.Benchmarks.Driver.Http2;
using Restate.Actors.Benchmarks.Driver.Reports;
using Restate.Actors.Benchmarks.Driver.Scenarios;
using Restate.Actors.Benchmarks.Driver.Targets;

namespace Restate.Actors.Benchmarks.Driver;

/// <summary>Measures one scenario on one endpoint for a while.</summary>
internal static class Measurement
{
    public static Sample Take(Target target, Scenario scenario, TimeSpan duration)
    {
        using var connection = new LoadConnection(target.Port, scenario);
        var cpu = target.CpuTime;
        var watch = Stopwatch.StartNew();
        connection.Run(duration, scenario.Concurrency);
        var elapsed = watch.Elapsed;
        var used = target.CpuTime - cpu;
        double[] latencies = [.. connection.Latencies.Order()];
        return new Sample(
            used.TotalMicroseconds / latencies.Length,
            latencies.Length / elapsed.TotalSeconds,
            latencies[latencies.Length / 2],
            latencies[latencies.Length * 99 / 100]);
    }
}
