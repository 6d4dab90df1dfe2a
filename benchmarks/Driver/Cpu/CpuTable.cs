using System.Globalization;
using Restate.Actors.Benchmarks.Driver.Reports;
using Restate.Actors.Benchmarks.Driver.Scenarios;
using Restate.Actors.Benchmarks.Driver.Targets;

namespace Restate.Actors.Benchmarks.Driver.Cpu;

/// <summary>The measured rounds as a table: medians, and CPU time as a multiple of the floor's.</summary>
internal sealed class CpuTable(IReadOnlyList<string> targets)
{
    private readonly Dictionary<(string Scenario, string Target), List<Sample>> _samples = [];

    private IEnumerable<string> Compared => targets.Where(target => target != TargetSet.Floor);

    public void Add(Scenario scenario, string target, Sample sample)
    {
        if (!_samples.TryGetValue((scenario.Name, target), out var samples))
        {
            _samples.Add((scenario.Name, target), samples = []);
        }

        samples.Add(sample);
    }

    public MarkdownTable Render(IEnumerable<Scenario> scenarios)
    {
        var table = new MarkdownTable(
        [
            "scenario",
            .. targets.SelectMany(target => new[] { $"{target} CPU µs", "alloc KB", "inv/s", "p50 µs", "p99 µs", "peak MB" }),
            .. Compared.Select(target => $"{target} / floor"),
            "target",
            $"alloc KB above floor (≤ 6)",
        ]);
        foreach (var scenario in scenarios)
        {
            table.Add(
            [
                scenario.Name,
                .. targets.SelectMany(target => Cells(scenario, target)),
                .. Compared.Select(target => (object)Ratio(scenario, target)),
                scenario.Target,
                Kilobytes(Median(scenario, TargetSet.Ours, s => s.Allocated) - Median(scenario, TargetSet.Floor, s => s.Allocated)),
            ]);
        }

        return table;
    }

    /// <summary>The ratios in one line.</summary>
    public string Summary(IEnumerable<Scenario> scenarios, string target)
        => $"{target}/floor: " + string.Join(", ", scenarios.Select(scenario => string.Create(CultureInfo.InvariantCulture, $"{scenario.Name} {Ratio(scenario, target):F2}")));

    private object[] Cells(Scenario scenario, string target) =>
    [
        Median(scenario, target, s => s.Cpu),
        Kilobytes(Median(scenario, target, s => s.Allocated)),
        Median(scenario, target, s => s.Rate),
        Median(scenario, target, s => s.Median),
        Median(scenario, target, s => s.Slow),
        Median(scenario, target, s => s.Peak / 1024 / 1024),
    ];

    private static double Kilobytes(double bytes) => bytes / 1024;

    private double Ratio(Scenario scenario, string target) => Median(scenario, target, s => s.Cpu) / Median(scenario, TargetSet.Floor, s => s.Cpu);

    private double Median(Scenario scenario, string target, Func<Sample, double> value)
        => _samples.TryGetValue((scenario.Name, target), out var samples) ? samples.Select(value).Median() : double.NaN;
}
