using Restate.Actors.Benchmarks.Driver;
using Restate.Actors.Benchmarks.Driver.Reports;
using Restate.Actors.Benchmarks.Driver.Scenarios;
using Restate.Actors.Benchmarks.Driver.Targets;

var settings = Settings.Parse(args);
Scenario[] scenarios = [.. Catalog.All.Where(scenario => settings.Scenarios.Count == 0 || settings.Scenarios.Contains(scenario.Name))];
var targets = new List<Target>();
try
{
    foreach (var (name, command) in settings.Targets)
    {
        targets.Add(await Target.StartAsync(name, command, settings.Core));
    }

    using var teacher = new FloorTeacher(targets.Single(target => target.Name == Table.Floor), targets.Single(target => target.Name == Table.Model));
    var table = new Table([.. targets.Select(target => target.Name)]);
    foreach (var scenario in scenarios)
    {
        await teacher.TeachAsync(scenario);
        foreach (var target in targets)
        {
            Console.Error.WriteLine($"warm-up {scenario.Name} on {target.Name}");
            Measurement.Take(target, scenario, settings.WarmUp);
        }
    }

    for (var round = 0; round < settings.Rounds; round++)
    {
        foreach (var scenario in scenarios)
        {
            Console.Error.WriteLine($"round {round + 1} of {settings.Rounds}: {scenario.Name}");
            await teacher.TeachAsync(scenario);
            foreach (var target in targets)
            {
                table.Add(scenario, target.Name, Measurement.Take(target, scenario, settings.Duration));
            }
        }
    }

    Console.WriteLine(table.Render(scenarios));
    foreach (var target in targets)
    {
        Console.WriteLine($"peak memory of {target.Name}: {target.PeakMemory / 1024 / 1024} MB");
    }

    foreach (var target in targets.Where(target => target.Name != Table.Floor))
    {
        Console.WriteLine(table.Summary(scenarios, target.Name));
    }
}
finally
{
    targets.ForEach(target => target.Dispose());
}
