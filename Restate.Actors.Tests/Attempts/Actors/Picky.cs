namespace Restate.Actors.Tests.Attempts.Actors;

public sealed class Picky : VirtualObject<Guid>, IPicky
{
    public Task<int> NumberAsync(int number) => Task.FromResult(number);

    public Task<Stubborn> StubbornAsync() => Task.FromResult(new Stubborn());

    public Task<int> SumAsync(int first, int second, int third) => Task.FromResult(first + second + third);
}
