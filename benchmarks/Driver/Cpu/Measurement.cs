using System.Diagnostics;
using Restate.Actors.Benchmarks.Driver.Http2;
using Restate.Actors.Benchmarks.Driver.Reports;
using Restate.Actors.Benchmarks.Driver.Scenarios;
using Restate.Actors.Benchmarks.Driver.Targets;

namespace Restate.Actors.Benchmarks.Driver.Cpu;

/// <summary>Measures one scenario on one endpoint for a while.</summary>
internal static class Measurement
{
    public static Sample Take(Target target, Scenario scenario, TimeSpan duration)
    {
        target.Resident.ForgetPeak();
        var allocated = target.Managed?.ReadAllocated();
        using var connection = new LoadConnection(target.Port, scenario);
        var cpu = target.CpuTime;
        var watch = Stopwatch.StartNew();
        connection.Run(duration, scenario.Concurrency);
        var elapsed = watch.Elapsed;
        var used = target.CpuTime - cpu;
        double[] latencies = [.. connection.Latencies.Order()];
        return new Sample(
            used.TotalMicroseconds / latencies.Length,
            (double?)(target.Managed?.ReadAllocated() - allocated) / latencies.Length ?? double.NaN,
            latencies.Length / elapsed.TotalSeconds,
            latencies.At(0.5),
            latencies.At(0.99),
            target.Resident.Peak);
    }
}
