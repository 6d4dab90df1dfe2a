namespace Restate.Actors.Tests.Filters;

[Actor("Engine.Filtered")]
public interface IFiltered : IDurableService
{
    Task<string> JoinAsync(string first, int second, bool third = true);

    Task NothingAsync();

    Task<int> DoubleAsync(int value);
}
