namespace Restate.Actors.Tests.Integration.Model;

[Actor("ModelDiver")]
public interface IDiver : IVirtualObject
{
    /// <summary>Works in portions and stops between two of them when it is cancelled.</summary>
    Task<string> Dive();

    [Shared]
    Task<int> Portions();
}

public sealed class Diver(TimeProvider time, Depth depth) : VirtualObject, IDiver
{
    [ExplicitCancellation]
    public async Task<string> Dive()
    {
        var began = time.GetUtcNow();
        var portions = 0;
        while (!CancellationToken.IsCancellationRequested && portions < 3000)
        {
            State<int>("portions").Set(++portions);
            await depth.WaitAsync();
        }

        await Sleep(TimeSpan.FromMilliseconds(5));
        return $"surfaced {time.GetUtcNow() > began} {time.GetUtcNow() == Time.GetUtcNow()}";
    }

    public async Task<int> Portions() => await State<int>("portions").GetAsync(0);
}

/// <summary>A helper of an actor, with an injected clock.</summary>
public sealed class Depth(TimeProvider time)
{
    public Task WaitAsync() => Task.Delay(TimeSpan.FromMilliseconds(10), time);
}
