using System.Globalization;
using Restate.Actors.Benchmarks.Driver.Reports;
using Restate.Actors.Benchmarks.Driver.Targets;

namespace Restate.Actors.Benchmarks.Driver.RealServer;

/// <summary>The whole way through a real Restate server, one for each endpoint, in interleaved rounds.</summary>
internal static class ServerSection
{
    private static readonly int[] ClientCounts = [1, 16, 128];

    public static async Task RunAsync(Settings settings, Report report)
    {
        Report.Progress("server: starting (the first time on a machine it is installed with npm)");
        var served = new List<ServedTarget>();
        var samples = new Dictionary<(string Target, string Scenario, int Clients), List<IngressSample>>();
        try
        {
            foreach (var command in settings.Targets.Where(target => target.Name != TargetSet.Floor))
            {
                served.Add(await ServedTarget.StartAsync(command, settings.Core));
            }

            // Round 0 warms up.
            for (var round = 0; round <= settings.Rounds; round++)
            {
                foreach (var scenario in IngressScenario.All)
                {
                    Report.Progress($"server: round {round} of {settings.Rounds}, {scenario.Name}");
                    foreach (var clients in ClientCounts)
                    {
                        foreach (var target in served)
                        {
                            var sample = await target.MeasureAsync(scenario, clients, settings.Duration / 2);
                            if (round > 0)
                            {
                                Samples(target.Name, scenario.Name, clients).Add(sample);
                            }
                        }
                    }
                }
            }

            Report.Write("Through a real server", Render());
            report.Conclude(Summary());
        }
        finally
        {
            foreach (var target in served)
            {
                await target.DisposeAsync();
            }
        }

        List<IngressSample> Samples(string target, string scenario, int clients)
            => samples.TryGetValue((target, scenario, clients), out var known) ? known : samples[(target, scenario, clients)] = [];

        MarkdownTable Render()
        {
            var table = new MarkdownTable(
                ["scenario", "clients", .. served.SelectMany(target => new[] { $"{target.Name} req/s", "p50 ms", "p99 ms", "endpoint CPU µs", "repeated attempts" })]);
            foreach (var scenario in IngressScenario.All)
            {
                foreach (var clients in ClientCounts)
                {
                    table.Add([scenario.Name, clients, .. served.SelectMany(target => Cells(Samples(target.Name, scenario.Name, clients)))]);
                }
            }

            return table;
        }

        object[] Cells(List<IngressSample> rounds) =>
        [
            rounds.Select(sample => sample.Rate).Median(),
            rounds.Select(sample => sample.Median).Median(),
            rounds.Select(sample => sample.Slow).Median(),
            rounds.Select(sample => sample.Cpu).Median(),
            rounds.Sum(sample => sample.FailedAttempts).ToString(CultureInfo.InvariantCulture),
        ];

        string Summary()
        {
            var most = ClientCounts[^1];
            return $"through a server, {most} clients: " + string.Join(", ", IngressScenario.All.Select(scenario => $"{scenario.Name} " + string.Join(
                " vs ", served.Select(target => string.Create(CultureInfo.InvariantCulture, $"{target.Name} {Samples(target.Name, scenario.Name, most).Select(sample => sample.Rate).Median():F0} req/s")))));
        }
    }
}
