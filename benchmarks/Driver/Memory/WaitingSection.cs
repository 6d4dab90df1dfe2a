using Restate.Actors.Benchmarks.Driver.Reports;
using Restate.Actors.Benchmarks.Driver.Targets;

namespace Restate.Actors.Benchmarks.Driver.Memory;

/// <summary>What 10,000 invocations hold that wait for a timer on open streams.</summary>
internal static class WaitingSection
{
    private const int Invocations = 10_000;

    /// <summary>As many as the server opens on one connection.</summary>
    private const int PerConnection = 128;

    public static async Task RunAsync(Settings settings, Report report)
    {
        var scenario = MemoryScenarios.Sleep;
        var table = new MarkdownTable("endpoint", "managed B each", "resident B each", "managed left afterwards KB");
        using var targets = await TargetSet.StartAsync([settings.Target(TargetSet.Floor), settings.Target(TargetSet.Ours)], settings.Core);
        await targets.TeachFloorAsync(scenario);
        var held = new Dictionary<string, Held>();
        foreach (var target in targets.All)
        {
            Report.Progress($"waiting: {Invocations} open invocations on {target.Name}");
            Footprint.WarmUp(target, scenario);
            var result = await Footprint.HoldAsync(target, scenario, Invocations, PerConnection);
            held.Add(target.Name, result);
            table.Add(target.Name, result.Managed, result.Resident, result.Left / 1024);
        }

        var (ours, floor) = (held[TargetSet.Ours], held[TargetSet.Floor]);
        table.Add("ours above the floor (target ≤ 8192)", ours.Managed - floor.Managed, ours.Resident - floor.Resident, (ours.Left - floor.Left) / 1024);
        Report.Write($"{Invocations:N0} open invocations that wait", table);
        report.Conclude($"{Invocations} waiting: {ours.Managed - floor.Managed:F0} B each above the floor (target 8192), {ours.Left / 1024:F0} KB left");
    }
}
