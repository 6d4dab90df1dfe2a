namespace Conformance.Services;

[Actor("KillTestRunner")]
public interface IKillTestRunner : IVirtualObject
{
    [Exclusive, Handler("startCallTree")]
    Task StartCallTree();
}

[Actor("KillTestSingleton")]
public interface IKillTestSingleton : IVirtualObject
{
    [Exclusive, Handler("recursiveCall")]
    Task RecursiveCall();

    [Exclusive, Handler("isUnlocked")]
    Task IsUnlocked();
}

public sealed class KillTestRunner : VirtualObject, IKillTestRunner
{
    public Task StartCallTree() => Actors.GetActor<IKillTestSingleton>(Key).RecursiveCall();
}

public sealed class KillTestSingleton : VirtualObject, IKillTestSingleton
{
    public async Task RecursiveCall()
    {
        var start = CreateAwakeable<string>();
        await Actors.GetActor<IAwakeableHolder>(Key).Send(holder => holder.Hold(start.Id));
        await start.Task;
        await Actors.GetActor<IKillTestSingleton>(Key).RecursiveCall();
    }

    public Task IsUnlocked() => Task.CompletedTask;
}
