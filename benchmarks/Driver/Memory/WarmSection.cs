using System.Diagnostics;
using Restate.Actors.Benchmarks.Driver.Http2;
using Restate.Actors.Benchmarks.Driver.Reports;
using Restate.Actors.Benchmarks.Driver.Scenarios;
using Restate.Actors.Benchmarks.Driver.Targets;

namespace Restate.Actors.Benchmarks.Driver.Memory;

/// <summary>What 100,000 warm activations hold, and what is left when they have been idle for long enough.</summary>
internal static class WarmSection
{
    private const int Activations = 100_000;
    private const int IdleSeconds = 20;

    /// <summary>The share of what they held that may be left before the waiting ends.</summary>
    private const double Rest = 0.01;

    public static async Task RunAsync(Settings settings, Report report)
    {
        using var targets = await TargetSet.StartAsync([settings.Target(TargetSet.Ours).With("ACTIVATION_IDLE_SECONDS", $"{IdleSeconds}")], settings.Core);
        var target = targets[TargetSet.Ours];
        var managed = target.Managed!;
        var scenario = Catalog.All.Single(scenario => scenario.Name == "counter");
        Footprint.WarmUp(target, scenario);
        var before = managed.CollectAndReadHeld();
        Report.Progress($"warm: {Activations} activations");
        using (var connection = new LoadConnection(target.Port, scenario with { HasManyKeys = true }))
        {
            connection.Run(TimeSpan.FromMinutes(1), scenario.Concurrency, Activations);
        }

        var watch = Stopwatch.StartNew();
        double held = managed.CollectAndReadHeld() - before;
        double left;
        do
        {
            await Task.Delay(TimeSpan.FromSeconds(2));
            left = managed.CollectAndReadHeld() - before;
        }
        while (left > Rest * held && watch.Elapsed < TimeSpan.FromSeconds(3 * IdleSeconds));

        var table = new MarkdownTable("activations", "managed B each (target ≤ 500)", "left afterwards KB", "after seconds", "ActivationIdleTimeout, seconds");
        table.Add(Activations, held / Activations, left / 1024, watch.Elapsed.TotalSeconds, IdleSeconds);
        Report.Write("Warm activations", table);
        report.Conclude($"{Activations} warm activations: {held / Activations:F0} B each (target 500), {left / 1024:F0} KB left after {watch.Elapsed.TotalSeconds:F0} s");
    }
}
