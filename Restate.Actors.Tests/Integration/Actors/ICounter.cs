namespace Restate.Actors.Tests.Integration.Actors;

public interface ICounter : IVirtualObject<Guid>
{
    [Exclusive]
    Task<int> AddAsync(int amount);

    [Exclusive]
    Task ResetAsync();

    [Shared]
    ValueTask<int> ValueAsync();
}
