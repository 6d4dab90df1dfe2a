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
        // Queued behind itself on purpose: only a kill ends it.
        await Actors.GetActor<IKillTestSingleton>(Key).Call(singleton => singleton.RecursiveCall(), new CallOptions { AllowCycle = true });
    }

    public Task IsUnlocked() => Task.CompletedTask;
}
