using System.Diagnostics;
using System.Net.Sockets;
using Restate.Actors.Benchmarks.Driver.Http2;
using Restate.Actors.Benchmarks.Driver.Reports;
using Restate.Actors.Benchmarks.Driver.Scenarios;
using Restate.Actors.Benchmarks.Driver.Targets;

namespace Restate.Actors.Benchmarks.Driver.Closing;

/// <summary>The scenario <c>greet-close</c>: how requests end under a steady load when the server ends its side only after it has read <c>End</c>.</summary>
/// <remarks>An endpoint that ends its response first is here for comparison: it shows that the scenario notices.</remarks>
internal static class CloseSection
{
    private const int Streams = 16;

    /// <summary>Longer than the five seconds after which Kestrel begins to break connections.</summary>
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(12);

    public static async Task RunAsync(Settings settings, Report report)
    {
        var scenario = Catalog.All.Single(scenario => scenario.Name == "greet");
        var table = new MarkdownTable("endpoint", "inv/s", "invocations", "streams reset after the answer", "broken streams", "broken connections (target: 0)");
        using var targets = await TargetSet.StartAsync(
            [.. settings.Targets, settings.Target(TargetSet.Floor).With("ENDS_FIRST", "1") with { Name = "floor that ends first" }], settings.Core);
        await targets.TeachFloorAsync(scenario);
        await FloorTeacher.TeachAsync(targets["floor that ends first"], targets[TargetSet.Ours], scenario);
        foreach (var target in targets.All)
        {
            Report.Progress($"close: {target.Name}");
            var closes = new CloseCount();
            var watch = Stopwatch.StartNew();
            var invocations = 0;
            var brokenConnections = 0;
            while (watch.Elapsed < Duration)
            {
                using var connection = new LoadConnection(target.Port, scenario) { Closes = closes };
                try
                {
                    connection.Run(Duration - watch.Elapsed, Streams);
                }
                catch (Exception error) when (error is IOException or SocketException)
                {
                    brokenConnections++;
                }

                invocations += connection.Latencies.Count;
            }

            table.Add(target.Name, invocations / watch.Elapsed.TotalSeconds, invocations, closes.Resets, closes.Broken, brokenConnections);
            if (target.Name == TargetSet.Ours)
            {
                report.Conclude($"greet-close: {brokenConnections} broken connections, {closes.Broken} broken streams in {invocations} invocations");
            }
        }

        Report.Write("How requests end", table);
    }
}
