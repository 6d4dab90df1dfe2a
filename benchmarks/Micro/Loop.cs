using System.Diagnostics;

namespace Restate.Actors.Benchmarks.Micro;

/// <summary>One scenario again and again, for a profiler: <c>MicroBenchmarks loop replay-1000 20</c>.</summary>
internal static class Loop
{
    public static async Task RunAsync(string scenario, int seconds)
    {
        var benchmarks = new AttemptBenchmarks { Scenario = scenario };
        benchmarks.Prepare();
        var watch = Stopwatch.StartNew();
        for (var second = 1; second <= seconds; second++)
        {
            var allocated = GC.GetTotalAllocatedBytes();
            var cpu = Environment.CpuUsage.TotalTime;
            var count = 0;
            for (; watch.Elapsed.TotalSeconds < second; count++)
            {
                await benchmarks.Run().ConfigureAwait(false);
            }

            Console.WriteLine($"{(Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / count:F2} µs of CPU, {(GC.GetTotalAllocatedBytes() - allocated) / count} bytes per invocation");
        }

        await benchmarks.CleanAsync().ConfigureAwait(false);
    }
}
