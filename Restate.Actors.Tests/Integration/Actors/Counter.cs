namespace Restate.Actors.Tests.Integration.Actors;

public sealed class Counter : VirtualObject<Guid>, ICounter
{
    private IActorState<int> Value => State<int>("value");

    public async Task<int> AddAsync(int amount)
    {
        var value = await Value.GetAsync(0) + amount;
        Value.Set(value);
        return value;
    }

    public Task ResetAsync()
    {
        Value.Clear();
        return Task.CompletedTask;
    }

    public ValueTask<int> ValueAsync() => Value.GetAsync(0);
}
