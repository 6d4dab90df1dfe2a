namespace Restate.Actors.Tests.Attempts.Actors;

/// <summary>Handlers whose payloads can fail.</summary>
[Actor("Engine.Picky")]
public interface IPicky : IVirtualObject<Guid>
{
    Task<int> NumberAsync(int number);

    Task<Stubborn> StubbornAsync();

    Task<int> SumAsync(int first, int second, int third = 3);
}
