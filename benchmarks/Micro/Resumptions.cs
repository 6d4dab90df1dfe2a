using System.Diagnostics;
using System.Globalization;

namespace Restate.Actors.Benchmarks.Micro;

/// <summary>A journal of 1,000 entries that is resumed 1,000 times, by whole attempts: neither time nor memory may grow with the number of attempts.</summary>
internal static class Resumptions
{
    private const int Attempts = 1_000;
    private const int Group = 100;

    public static async Task RunAsync()
    {
        Console.Error.WriteLine("micro: resumptions");
        var benchmark = new AttemptBenchmarks { Scenario = "replay-500" };
        benchmark.Prepare();
        await ReplayAsync(benchmark, Attempts); // The JIT.
        var before = Held();
        var times = new List<double>();
        for (var i = 0; i < Attempts / Group; i++)
        {
            times.Add(await ReplayAsync(benchmark, Group));
        }

        var left = Held() - before;
        await benchmark.CleanAsync();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"A journal of 1,000 entries, resumed {Attempts} times: {times.Order().ElementAt(times.Count / 2):F0} ns per entry; by hundreds of attempts {string.Join(", ", times.Select(time => $"{time:F0}"))}; {left / 1024} KB left.\n"));
    }

    private static async Task<double> ReplayAsync(AttemptBenchmarks benchmark, int attempts)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < attempts; i++)
        {
            await benchmark.Run().ConfigureAwait(false);
        }

        return watch.Elapsed.TotalNanoseconds / attempts / 1_000;
    }

    private static long Held() => GC.GetTotalMemory(forceFullCollection: true);
}
