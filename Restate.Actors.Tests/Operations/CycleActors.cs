namespace Restate.Actors.Tests.Operations;

/// <summary>Calls what it is told: each step is a handler of a key.</summary>
[Actor("CycleLink")]
public interface ICycleLink : IVirtualObject
{
    [Exclusive]
    Task<string> Follow(string[] path);

    [Exclusive]
    Task<bool> SendToMyself();

    [Exclusive]
    Task<string> CallWithoutWaiting();

    [Exclusive]
    Task<string[]> HeadersOfNext(string next);

    [Shared]
    Task<string> Peek(string[] path);

    [Shared]
    Task<string[]> HeadersSeen();
}

[Actor("CycleHub")]
public interface ICycleHub : IDurableService
{
    Task<string> Follow(string[] path);
}

public sealed class CycleLink : VirtualObject, ICycleLink
{
    public Task<string> Follow(string[] path) => CyclePath.FollowAsync(Actors, path);

    public async Task<bool> SendToMyself()
    {
        await Actors.GetActor<ICycleLink>(Key).Send(link => link.Follow(Array.Empty<string>()));
        return true;
    }

    public Task<string> CallWithoutWaiting()
    {
        _ = Actors.GetActor<ICycleLink>(Key).Call(link => link.Follow(Array.Empty<string>()), new CallOptions { AllowCycle = true });
        return Task.FromResult("went on");
    }

    public Task<string[]> HeadersOfNext(string next) => Actors.GetActor<ICycleLink>(next).HeadersSeen();

    public Task<string> Peek(string[] path) => CyclePath.FollowAsync(Actors, path);

    public Task<string[]> HeadersSeen() => Task.FromResult(Request.Headers.Select(header => header.Key).ToArray());
}

public sealed class CycleHub : DurableService, ICycleHub
{
    public Task<string> Follow(string[] path) => CyclePath.FollowAsync(Actors, path);
}

internal static class CyclePath
{
    /// <summary>Calls the first step with the rest: <c>hub</c>, <c>peek:key</c> or the key of an exclusive call.</summary>
    public static async Task<string> FollowAsync(IActorFactory actors, string[] path)
    {
        return path switch
        {
            [] => "end",
            ["hub", .. var rest] => await actors.GetActor<ICycleHub>().Follow(rest),
            [var step, .. var rest] when step.StartsWith("peek:", StringComparison.Ordinal) => await actors.GetActor<ICycleLink>(step[5..]).Peek(rest),
            [var key, .. var rest] => await actors.GetActor<ICycleLink>(key).Follow(rest),
        };
    }
}
