namespace Conformance.Services;

[Actor("Counter")]
public interface ICounter : IVirtualObject
{
    [Exclusive, Handler("add")]
    Task<CounterUpdate> Add(long value);

    [Exclusive, Handler("addThenFail")]
    Task AddThenFail(long value);

    [Shared, Handler("get")]
    Task<long> Get();

    [Exclusive, Handler("reset")]
    Task Reset();
}

public sealed record CounterUpdate(long OldValue, long NewValue);

public sealed class Counter : VirtualObject, ICounter
{
    private IActorState<long> Value => State<long>("counter");

    public async Task<CounterUpdate> Add(long value)
    {
        var old = await Value.GetAsync(0);
        Value.Set(old + value);
        return new CounterUpdate(old, old + value);
    }

    public async Task AddThenFail(long value)
    {
        await Add(value);
        throw new TerminalException(Key);
    }

    public async Task<long> Get() => await Value.GetAsync(0);

    public Task Reset()
    {
        Value.Clear();
        return Task.CompletedTask;
    }
}
