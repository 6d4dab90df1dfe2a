using Restate.Actors.Benchmarks.Driver.Reports;
using Restate.Actors.Benchmarks.Driver.Targets;

namespace Restate.Actors.Benchmarks.Driver.StartUp;

/// <summary>From the start of the process to the first answered invocation, in turns.</summary>
internal static class StartUpSection
{
    public static async Task RunAsync(Settings settings, Report report)
    {
        TargetCommand[] commands = [.. settings.Targets, .. settings.Starts];
        var times = commands.ToDictionary(command => command.Name, _ => new List<double>());
        for (var i = 0; i < settings.StartCount; i++)
        {
            Report.Progress($"start: {i + 1} of {settings.StartCount}");
            foreach (var command in commands)
            {
                times[command.Name].Add((await StartTime.MeasureAsync(command)).TotalMilliseconds);
            }
        }

        var table = new MarkdownTable("endpoint", "median ms", "fastest ms", "slowest ms");
        foreach (var (name, measured) in times)
        {
            table.Add(name, measured.Median(), measured.Min(), measured.Max());
            if (name != TargetSet.Floor)
            {
                report.Conclude($"start of {name} to the first answer: {measured.Median():F0} ms");
            }
        }

        Report.Write($"Start of the process to the first answered invocation, {settings.StartCount} starts (target of ours: < 600 ms)", table);
    }
}
