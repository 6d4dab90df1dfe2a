using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Restate.Actors.Benchmarks.Micro;

/// <summary>All benchmarks, short and in this process, as tables to paste: <c>MicroBenchmarks tables</c>.</summary>
internal static class Tables
{
    private static readonly Type[] Benchmarks =
    [
        typeof(FrameBenchmarks), typeof(JournalBenchmarks), typeof(TurnBenchmarks), typeof(ProxyBenchmarks), typeof(StateCacheBenchmarks), typeof(AttemptBenchmarks),
    ];

    public static void Run()
    {
        var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(12).WithIterationCount(7).WithIterationTime(TimeInterval.FromMilliseconds(200));
        var config = ManualConfig.CreateEmpty()
            .AddJob(job)
            .AddColumnProvider(DefaultColumnProviders.Params, DefaultColumnProviders.Metrics)
            .AddColumn(TargetMethodColumn.Method, StatisticColumn.Mean, StatisticColumn.StdDev)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddLogger(NullLogger.Instance)
            .WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "artifacts"))
            .WithOptions(ConfigOptions.DisableLogFile);
        foreach (var type in Benchmarks)
        {
            Console.Error.WriteLine($"micro: {type.Name}");
            var summary = BenchmarkRunner.Run(type, config);
            if (summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success))
            {
                throw new InvalidOperationException($"{type.Name} failed; run it alone for the reason: MicroBenchmarks --filter *{type.Name}*");
            }

            Console.WriteLine($"### {type.Name}\n");
            MarkdownExporter.GitHub.ExportToLog(summary, ConsoleLogger.Ascii);
            Console.WriteLine();
            if (type == typeof(JournalBenchmarks))
            {
                Console.WriteLine(EntriesPerSecond(summary));
            }
        }
    }

    private static string EntriesPerSecond(Summary summary) => "The journal machine alone replays " + string.Join(
        ", ", summary.Reports.Select(report => string.Create(
            CultureInfo.InvariantCulture,
            $"{1000 / report.ResultStatistics!.Mean:F1} million entries/s of a journal of {report.BenchmarkCase.Parameters["Entries"]}"))) + " (target: 3 million).\n";
}
