namespace Restate.Actors.Tests.Filters;

[ActorFilter<OwnFilter>]
public sealed class Filtered(FilterScript script) : DurableService, IFiltered
{
    public Task<string> JoinAsync(string first, int second, bool third = true) => Task.FromResult($"{first}{second}{third}");

    public Task NothingAsync()
    {
        script.Notes.Add("nothing");
        return Task.CompletedTask;
    }

    public Task<int> DoubleAsync(int value) => Task.FromResult(value * 2);
}
