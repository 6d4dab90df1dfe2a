using Restate.Actors.Benchmarks.Driver.Reports;
using Restate.Actors.Benchmarks.Driver.Scenarios;
using Restate.Actors.Benchmarks.Driver.Targets;

namespace Restate.Actors.Benchmarks.Driver.Cpu;

/// <summary>CPU time and allocated bytes of an invocation, in interleaved rounds.</summary>
internal static class CpuSection
{
    public static async Task RunAsync(Settings settings, Report report)
    {
        Scenario[] scenarios = [.. Catalog.All.Where(scenario => settings.Scenarios.Count == 0 || settings.Scenarios.Contains(scenario.Name))];
        using var targets = await TargetSet.StartAsync(settings.Targets, settings.Core);
        var table = new CpuTable(targets.Names);
        foreach (var scenario in scenarios)
        {
            Report.Progress($"cpu: warm-up, {scenario.Name}");
            await targets.TeachFloorAsync(scenario);
            foreach (var target in targets.All)
            {
                Measurement.Take(target, scenario, settings.WarmUp);
            }
        }

        for (var round = 0; round < settings.Rounds; round++)
        {
            foreach (var scenario in scenarios)
            {
                Report.Progress($"cpu: round {round + 1} of {settings.Rounds}, {scenario.Name}");
                await targets.TeachFloorAsync(scenario);
                foreach (var target in targets.All)
                {
                    table.Add(scenario, target.Name, Measurement.Take(target, scenario, settings.Duration));
                }
            }
        }

        Report.Write("CPU time and allocation", table.Render(scenarios));
        foreach (var target in targets.Names.Where(target => target != TargetSet.Floor).OrderBy(target => target == TargetSet.Ours))
        {
            report.ConcludeWithRatios(table.Summary(scenarios, target));
        }
    }
}
