using Restate.Actors;

namespace Shop;

[Actor("Stock")]
public interface IStock : IVirtualObject
{
    [Exclusive]
    Task<int> Add(int count);

    [Shared]
    Task<string> Describe();
}
