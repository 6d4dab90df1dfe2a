namespace Restate.Actors.Tests.Attempts.Actors;

public sealed class Counter : VirtualObject, ICounter
{
    private IActorState<long> Count => State<long>("count");

    public async Task<long> AddAsync(long delta)
    {
        var count = await Count.GetAsync(0) + delta;
        Count.Set(count);
        return count;
    }

    public ValueTask<long> GetAsync() => Count.GetAsync(0);
}
