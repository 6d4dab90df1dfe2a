namespace Restate.Actors.Tests.Attempts.Actors;

[Actor("Engine.Counter")]
public interface ICounter : IVirtualObject
{
    [Exclusive]
    Task<long> AddAsync(long delta);

    [Shared]
    ValueTask<long> GetAsync();
}
