using System.Globalization;
using System.Text;
using Restate.Actors.Benchmarks.Driver.Scenarios;

namespace Restate.Actors.Benchmarks.Driver.Reports;

/// <summary>The measured rounds as a table: medians, and CPU time as a multiple of the floor's.</summary>
internal sealed class Table(IReadOnlyList<string> targets)
{
    public const string Floor = "floor";

    /// <summary>The endpoint whose rhythm the floor copies.</summary>
    public const string Model = "ours";

    private readonly Dictionary<(string Scenario, string Target), List<Sample>> _samples = [];

    public void Add(Scenario scenario, string target, Sample sample)
    {
        if (!_samples.TryGetValue((scenario.Name, target), out var samples))
        {
            _samples.Add((scenario.Name, target), samples = []);
        }

        samples.Add(sample);
    }

    /// <summary>Writes a Markdown table.</summary>
    public string Render(IEnumerable<Scenario> scenarios)
    {
        var text = new StringBuilder("| scenario |");
        foreach (var target in targets)
        {
            text.Append(CultureInfo.InvariantCulture, $" {target} CPU µs | inv/s | p50 µs | p99 µs |");
        }

        foreach (var target in targets.Where(target => target != Floor))
        {
            text.Append(CultureInfo.InvariantCulture, $" {target} / floor |");
        }

        text.AppendLine(" target |").Append('|').Insert(text.Length, "---|", (targets.Count * 5) + 1).AppendLine();
        foreach (var scenario in scenarios)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {scenario.Name} |");
            foreach (var target in targets)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $" {Median(scenario, target, s => s.Cpu):F1} | {Median(scenario, target, s => s.Rate):F0} | {Median(scenario, target, s => s.Median):F0} | {Median(scenario, target, s => s.Slow):F0} |");
            }

            foreach (var target in targets.Where(target => target != Floor))
            {
                text.Append(CultureInfo.InvariantCulture, $" {Ratio(scenario, target):F2} |");
            }

            text.AppendLine(CultureInfo.InvariantCulture, $" {scenario.Target:F1} |");
        }

        return text.ToString();
    }

    /// <summary>The ratios in one line.</summary>
    public string Summary(IEnumerable<Scenario> scenarios, string target)
        => $"{target}/floor: " + string.Join(", ", scenarios.Select(scenario => string.Create(CultureInfo.InvariantCulture, $"{scenario.Name} {Ratio(scenario, target):F2}")));

    private double Ratio(Scenario scenario, string target) => Median(scenario, target, s => s.Cpu) / Median(scenario, Floor, s => s.Cpu);

    private double Median(Scenario scenario, string target, Func<Sample, double> value)
    {
        if (!_samples.TryGetValue((scenario.Name, target), out var samples))
        {
            return double.NaN;
        }

        double[] sorted = [.. samples.Select(value).Order()];
        return sorted[sorted.Length / 2];
    }
}
