namespace Restate.Actors.Tests.Operations;

[Actor("ReferenceTarget")]
public interface IReferenceTarget : IVirtualObject<Guid>
{
    [Exclusive]
    Task<int> Add(int amount);
}

[Actor("ReferenceDesk")]
public interface IReferenceDesk : IDurableService
{
    Task<string> Hello();
}

[Actor("ReferenceHolder")]
public interface IReferenceHolder : IVirtualObject
{
    [Exclusive]
    Task<int> Use(IReferenceTarget target, int amount);

    [Exclusive]
    Task Keep(Kept kept);

    [Exclusive]
    Task<int> UseKept();

    [Shared]
    Task<IReferenceTarget?> Give();

    [Shared]
    Task<IReferenceHolder> GiveMyself();
}

public sealed record Kept(IReferenceTarget Target, IReferenceDesk? Desk, int Times);

public sealed class ReferenceTarget : VirtualObject<Guid>, IReferenceTarget
{
    public async Task<int> Add(int amount)
    {
        var sum = await State<int>("sum").GetAsync(0) + amount;
        State<int>("sum").Set(sum);
        return sum;
    }
}

public sealed class ReferenceDesk : DurableService, IReferenceDesk
{
    public Task<string> Hello() => Task.FromResult("hello");
}

public sealed class ReferenceHolder : VirtualObject, IReferenceHolder
{
    public Task<int> Use(IReferenceTarget target, int amount) => target.Add(amount);

    public Task Keep(Kept kept)
    {
        State<Kept>("kept").Set(kept);
        return Task.CompletedTask;
    }

    public async Task<int> UseKept()
    {
        var kept = (await State<Kept>("kept").GetAsync())!;
        var sum = 0;
        for (var time = 0; time < kept.Times; time++)
        {
            sum = await kept.Target.Add(1);
        }

        return sum + (await kept.Desk!.Hello()).Length;
    }

    public async Task<IReferenceTarget?> Give() => (await State<Kept>("kept").GetAsync())?.Target;

    public Task<IReferenceHolder> GiveMyself() => Task.FromResult<IReferenceHolder>(this);
}
