using System.Diagnostics;
using System.Text.Json;
using Restate.Actors.Chaos.Driver.Checks;
using Restate.Actors.Chaos.Driver.Faults;
using Restate.Actors.Chaos.Driver.Load;
using Restate.Actors.Chaos.Driver.Settings;
using Restate.Actors.Chaos.Driver.World;

namespace Restate.Actors.Chaos.Driver.Runs;

/// <summary>One run: load and faults, quiet, checks, report.</summary>
internal sealed class ChaosRun(RunSettings settings)
{
    private static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan DrainPatience = TimeSpan.FromSeconds(60);
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    private readonly RunDirectory _directory = new();
    private readonly WorkloadKeys _keys = WorkloadKeys.Create("");

    /// <summary>Does the run.</summary>
    /// <returns>The exit status: 0 when nothing was found.</returns>
    public async Task<int> RunAsync()
    {
        var variant = ServerVariant.Of(settings.Seed);
        Console.WriteLine($"seed {settings.Seed}, {settings.Servers} server(s), {settings.Endpoints} endpoints, {variant}, logs in {_directory.Path}");
        using var faults = new FaultLog(_directory.File("faults.log"));
        var worldSettings = new WorldSettings(settings.Servers, settings.Endpoints, variant, settings.IsSabotaged);
        await using var world = await ChaosWorld.StartAsync(worldSettings, _directory.Path, faults);
        using var giveUp = new CancellationTokenSource();
        var client = new PersistentClient(world.Client, giveUp.Token);
        var load = new LoadGenerator(new OperationRunner(client), CreateSource);
        var started = Stopwatch.GetTimestamp();
        using (var stop = new CancellationTokenSource())
        {
            var running = load.RunAsync(settings.Clients, settings.Rate, stop.Token);
            await new FaultInjector(world, faults).RunAsync(FaultPlan.Create(settings.Seed, settings.Duration));
            await stop.CancelAsync();
            faults.Write("no more faults, no new operations");
            await Task.WhenAny(running, Task.Delay(AnswerPatience));
            await giveUp.CancelAsync();
            await running;
        }

        var loadTime = Stopwatch.GetElapsedTime(started);
        Operation[] operations = [.. load.Operations];
        var observer = new Observer(world, new PersistentClient(world.Client, CancellationToken.None));
        await observer.DrainAsync(DrainPatience);
        var observation = await observer.ObserveAsync([_keys], operations);
        var findings = Checker.Check(operations, observation);
        var injected = $"{faults.Summary()}; {world.EndpointProxy.Accepted} connections to endpoints, {world.IngressProxy.Accepted} of clients, "
            + $"{client.Repetitions} requests sent again";
        return await ReportAsync(findings, operations, observation, injected, loadTime);
    }

    private Func<Operation> CreateSource(int client)
    {
        var count = 0;
        return new OperationFactory(
            new Random(unchecked((settings.Seed * 1009) + client)), () => $"{settings.Seed}.{client}.{count++}", _keys).Next;
    }

    private async Task<int> ReportAsync(
        IReadOnlyList<Finding> findings, Operation[] operations, Observation observation, string injected, TimeSpan loadTime)
    {
        foreach (var finding in findings.Take(50))
        {
            Console.WriteLine($"{finding.Check}: {finding.What}");
        }

        var sorts = operations.GroupBy(static operation => operation.GetType().Name.Replace("Operation", "", StringComparison.Ordinal))
            .Select(static sort => $"{sort.Count()} {sort.Key}");
        var checkedCounts = $"{operations.Length} operations ({string.Join(", ", sorts)}), "
            + $"{operations.Count(static operation => operation.Outcome.Kind == OutcomeKind.Answered)} answered, "
            + $"{operations.Count(static operation => operation.Outcome.Kind == OutcomeKind.Refused)} refused; "
            + $"{observation.Accounts.Values.Sum(static account => account.Postings.Count)} postings of {observation.Accounts.Count} accounts, "
            + $"{observation.Counters.Values.Sum(static counter => counter.Count)} marks, {observation.Approvals.Count} awakeables, "
            + $"{observation.Alarms.Values.Sum(static alarm => alarm.Count)} ticks of {observation.Alarms.Count} reminders, "
            + $"{observation.Invocations} invocations";
        var isGood = findings.Count == 0;
        if (isGood && !settings.IsKept)
        {
            _directory.Delete();
        }
        else
        {
            await File.WriteAllTextAsync(_directory.File("operations.json"), JsonSerializer.Serialize(operations, Json));
            await File.WriteAllTextAsync(_directory.File("observation.json"), JsonSerializer.Serialize(observation, Json));
            Console.WriteLine($"logs: {_directory.Path}");
        }

        Console.WriteLine(
            $"{(isGood ? "PASSED" : $"FAILED with {findings.Count} findings")}: seed {settings.Seed}, {loadTime.TotalSeconds:0} s; injected: {injected}; checked: {checkedCounts}");
        return isGood ? 0 : 1;
    }
}
