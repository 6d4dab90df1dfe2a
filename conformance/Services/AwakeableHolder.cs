namespace Conformance.Services;

[Actor("AwakeableHolder")]
public interface IAwakeableHolder : IVirtualObject
{
    [Exclusive, Handler("hold")]
    Task Hold(string id);

    [Exclusive, Handler("hasAwakeable")]
    Task<bool> HasAwakeable();

    [Exclusive, Handler("unlock")]
    Task Unlock(string payload);
}

public sealed class AwakeableHolder : VirtualObject, IAwakeableHolder
{
    private IActorState<string> Id => State<string>("id");

    public Task Hold(string id)
    {
        Id.Set(id);
        return Task.CompletedTask;
    }

    public async Task<bool> HasAwakeable() => await Id.ExistsAsync();

    public async Task Unlock(string payload)
    {
        var id = await Id.GetAsync() ?? throw new TerminalException("No awakeable is held.");
        await Actors.ResolveAwakeableAsync(id, payload);
        Id.Clear();
    }
}
