using Restate.Actors.Chaos.Driver.Checks;
using Restate.Actors.Chaos.Driver.Faults;
using Restate.Actors.Chaos.Driver.Load;
using Restate.Actors.Chaos.Driver.Settings;
using Restate.Actors.Chaos.Driver.Soak;
using Restate.Actors.Chaos.Driver.World;
using Restate.Actors.Chaos.Endpoint.Figures;

namespace Restate.Actors.Chaos.Driver.Runs;

/// <summary>
/// Half of the rate that the machine can do, for long. One endpoint process lives through it and is measured; the other one is killed or restarted now and then.
/// </summary>
internal sealed class SoakRun(SoakSettings settings)
{
    private const double Unlimited = 1_000_000;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan RateTime = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan RestartInterval = TimeSpan.FromSeconds(75);
    private static readonly TimeSpan Downtime = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Overtime = TimeSpan.FromMinutes(10);

    private readonly RunDirectory _directory = new();
    private readonly MovingKeys _keys = new();
    private int _ids;

    /// <summary>Does the soak.</summary>
    /// <returns>The exit status: 0 when all figures are flat and nothing was found.</returns>
    public async Task<int> RunAsync()
    {
        using var faults = new FaultLog(_directory.File("faults.log"));
        var worldSettings = new WorldSettings(Servers: 1, Endpoints: 2, new ServerVariant("5s", IsProtocol7: false, IsStateLazy: false), IsSabotaged: false);
        await using var world = await ChaosWorld.StartAsync(worldSettings, _directory.Path, faults);
        using var giveUp = new CancellationTokenSource(settings.Duration + Overtime);
        var client = new PersistentClient(world.Client, giveUp.Token);
        var operations = new List<Operation>();
        await LoadAsync(client, operations, Unlimited, WarmUp, static (_, _) => Task.CompletedTask);
        var before = await world.Endpoints[0].MeasureAsync(isCollecting: true);
        var finished = await LoadAsync(client, operations, Unlimited, RateTime, static (_, _) => Task.CompletedTask);
        var rate = finished / RateTime.TotalSeconds / 2;
        Console.WriteLine($"top rate {rate * 2:0} operations/s; the load is {rate:0}/s for {settings.Duration.TotalMinutes:0} minutes");

        IReadOnlyList<Sample> samples = [];
        await LoadAsync(client, operations, rate, settings.Duration, async (load, stop) =>
        {
            var sampler = new Sampler(world.Endpoints[0], () => load.Finished);
            await Task.WhenAll(sampler.RunAsync(stop), RestartAsync(world.Endpoints[1], faults, stop));
            samples = sampler.Samples;
        });

        var report = new SoakReport(samples);
        await File.WriteAllTextAsync(settings.Output, report.ToCsv());
        Console.WriteLine(report.ToCsv());
        Console.WriteLine(report.Verdict());
        var observer = new Observer(world, client);
        await observer.DrainAsync(Patience);
        var observation = await observer.ObserveAsync(_keys.All, operations);
        return Report(report, Checker.Check(operations, observation), operations.Count, before, observation.Endpoints[0].Figures, faults);
    }

    private async Task<int> LoadAsync(
        PersistentClient client, List<Operation> operations, double rate, TimeSpan time, Func<LoadGenerator, CancellationToken, Task> meanwhile)
    {
        using var stop = new CancellationTokenSource(time);
        var load = new LoadGenerator(new OperationRunner(client), CreateSource);
        var running = load.RunAsync(settings.Clients, rate, stop.Token);
        await meanwhile(load, stop.Token);
        await running;
        operations.AddRange(load.Operations);
        return load.Finished;
    }

    private Func<Operation> CreateSource(int client)
    {
        var random = new Random(client);
        return () => new OperationFactory(random, () => $"s{Interlocked.Increment(ref _ids)}", _keys.Current).Next();
    }

    private static async Task RestartAsync(EndpointProcess endpoint, FaultLog faults, CancellationToken stop)
    {
        for (var restart = 0; !stop.IsCancellationRequested; restart++)
        {
            await Task.WhenAny(Task.Delay(RestartInterval, stop));
            if (!stop.IsCancellationRequested)
            {
                var isKill = restart % 2 == 0;
                faults.Count(isKill ? "kills" : "restarts", $"{endpoint.Port}");
                await (isKill ? endpoint.KillAndRestartAsync(Downtime) : endpoint.StopAndRestartAsync(Downtime));
            }
        }
    }

    private int Report(
        SoakReport report, IReadOnlyList<Finding> findings, int operations, ProcessFigures before, ProcessFigures after, FaultLog faults)
    {
        const double Megabyte = 1024 * 1024;
        Console.WriteLine(
            $"after a collection, idle: heap {before.HeapBytes / Megabyte:0.0} MB before and {after.HeapBytes / Megabyte:0.0} MB after, "
            + $"resident {before.ResidentBytes / Megabyte:0} and {after.ResidentBytes / Megabyte:0} MB, handles {before.Handles} and {after.Handles}, "
            + $"threads {before.Threads} and {after.Threads}");
        foreach (var finding in findings.Take(50))
        {
            Console.WriteLine($"{finding.Check}: {finding.What}");
        }

        var isGood = findings.Count == 0 && report.Trends.All(static one => one.Trend.IsFlat);
        if (isGood)
        {
            _directory.Delete();
        }

        Console.WriteLine(
            $"{(isGood ? "PASSED" : $"FAILED with {findings.Count} findings, logs in {_directory.Path}")}: {settings.Duration.TotalMinutes:0} minutes, "
            + $"{operations} operations, {faults.Summary()} of the second endpoint; samples in {settings.Output}");
        return isGood ? 0 : 1;
    }
}
