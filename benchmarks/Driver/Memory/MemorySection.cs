using Restate.Actors.Benchmarks.Driver.Reports;
using Restate.Actors.Benchmarks.Driver.Scenarios;
using Restate.Actors.Benchmarks.Driver.Targets;

namespace Restate.Actors.Benchmarks.Driver.Memory;

/// <summary>What state, payloads and journals take of memory, as a multiple of their size.</summary>
internal static class MemorySection
{
    private const int WaitingPerConnection = 8;

    public static async Task RunAsync(Settings settings, Report report)
    {
        var table = new MarkdownTable("what", "size MB", "floor MB", "× size", "ours MB", "× size", "target", "left afterwards KB");
        foreach (var (name, scenario, size) in new[]
        {
            ("1 MB of state, read, while the invocation waits", MemoryScenarios.StateRead, MemoryScenarios.Megabyte),
            ("1 MB of state, written, while the invocation waits", MemoryScenarios.StateWritten, MemoryScenarios.Megabyte),
        })
        {
            await HoldAsync(name, scenario, size, target: 2);
        }

        await PeakAsync("peak of one 32 MiB echo", MemoryScenarios.Echo, 1, 32 * MemoryScenarios.Megabyte, target: 4);
        await PeakAsync("peak of five 32 MiB echoes in turn", MemoryScenarios.Echo, 5, 32 * MemoryScenarios.Megabyte, target: 4);
        var journal = MemoryScenarios.HeldReplay(10_000);
        await HoldAsync("journal of 20,000 small entries, replayed, while the invocation waits", journal, MemoryScenarios.SizeOf(journal), target: 3);
        await PeakReplayAsync("peak of a replay of 1,000,000 small entries", MemoryScenarios.ReplayedRuns(500_000));
        await PeakReplayAsync("peak of a replay of 10 calls with 1 MB each way", MemoryScenarios.ReplayedCalls);
        Report.Write("Memory: managed while waiting, resident at the peak; both above what the idle endpoint holds", table);
        return;

        Task PeakReplayAsync(string name, Scenario scenario) => PeakAsync(name, scenario, 1, MemoryScenarios.SizeOf(scenario), target: 3);

        Task HoldAsync(string name, Scenario scenario, double size, double target) => MeasureAsync(name, scenario, size, target, async endpoint =>
        {
            Footprint.WarmUp(endpoint, scenario, 50);
            var held = await Footprint.HoldAsync(endpoint, scenario, WaitingPerConnection, WaitingPerConnection);
            return (held.Managed, held.Left);
        });

        Task PeakAsync(string name, Scenario scenario, int invocations, double size, double target)
            => MeasureAsync(name, scenario, size, target, endpoint => Task.FromResult<(double, double?)>((Footprint.Peak(endpoint, scenario, invocations), null)));

        async Task MeasureAsync(string name, Scenario scenario, double size, double target, Func<Target, Task<(double Bytes, double? Left)>> measure)
        {
            Report.Progress($"memory: {name}");
            using var endpoints = await StartAsync(settings);
            await endpoints.TeachFloorAsync(scenario);
            var floor = await measure(endpoints[TargetSet.Floor]);

            // A new process: ours has run the scenario already, to show it to the floor.
            using var fresh = await StartAsync(settings);
            var ours = await measure(fresh[TargetSet.Ours]);
            table.Add(name, Megabytes(size), Megabytes(floor.Bytes), floor.Bytes / size, Megabytes(ours.Bytes), ours.Bytes / size, $"≤ {target}", ours.Left / 1024);
            report.Conclude($"{name}: {ours.Bytes / size:F2} × its size (target {target})");
        }
    }

    private static double Megabytes(double bytes) => bytes / MemoryScenarios.Megabyte;

    // With the code of a plain invocation loaded and compiled.
    private static async Task<TargetSet> StartAsync(Settings settings)
    {
        var targets = await TargetSet.StartAsync([settings.Target(TargetSet.Floor), settings.Target(TargetSet.Ours)], settings.Core);
        var greet = Catalog.All.Single(scenario => scenario.Name == "greet");
        await targets.TeachFloorAsync(greet);
        foreach (var target in targets.All)
        {
            Footprint.WarmUp(target, greet);
        }

        return targets;
    }
}
