using Restate.Actors.Chaos.Endpoint.Contracts;

namespace Restate.Actors.Chaos.Endpoint.Actors;

public sealed class Counter : VirtualObject, ICounter
{
    private IActorState<string[]> Marks => State<string[]>("marks");

    public async Task<int> Add(string mark)
    {
        Marks.Set([.. await Marks.GetAsync([]), mark]);
        await Run("step", async run => await Task.Delay(2, run.AttemptAborted));
        return 1;
    }

    public async Task<int> Touch() => (await Marks.GetAsync([])).Length;

    public async Task<IReadOnlyList<string>> Read() => await Marks.GetAsync([]);
}
