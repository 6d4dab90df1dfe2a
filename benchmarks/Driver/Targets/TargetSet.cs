using Restate.Actors.Benchmarks.Driver.Scenarios;

namespace Restate.Actors.Benchmarks.Driver.Targets;

/// <summary>The endpoints of one part of the measurement, freshly started. The floor learns each scenario from ours before it is measured.</summary>
internal sealed class TargetSet : IDisposable
{
    public const string Floor = "floor";

    /// <summary>The endpoint whose rhythm the floor copies.</summary>
    public const string Ours = "ours";

    private readonly List<Target> _all = [];
    private FloorTeacher? _teacher;

    public IReadOnlyList<Target> All => _all;

    public IReadOnlyList<string> Names => [.. _all.Select(target => target.Name)];

    public Target this[string name] => _all.Single(target => target.Name == name);

    public static async Task<TargetSet> StartAsync(IEnumerable<TargetCommand> commands, int core)
    {
        var set = new TargetSet();
        try
        {
            foreach (var (name, command) in commands)
            {
                set._all.Add(await Target.StartAsync(name, command, core));
            }

            return set;
        }
        catch
        {
            set.Dispose();
            throw;
        }
    }

    public Task TeachFloorAsync(Scenario scenario) => (_teacher ??= new FloorTeacher(this[Floor], this[Ours])).TeachAsync(scenario);

    public void Dispose()
    {
        _teacher?.Dispose();
        _all.ForEach(target => target.Dispose());
    }
}
