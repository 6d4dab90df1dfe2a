using Restate.Actors;

namespace Shop;

public sealed class Stock : VirtualObject, IStock
{
    private IActorState<int> Count => State<int>("count");

    public async Task<int> Add(int count)
    {
        var sum = await Count.GetAsync(0) + count;
        await Sleep(TimeSpan.FromDays(1), "delivery");
        Count.Set(sum);
        return sum;
    }

    // Wrong on purpose: the rules of the package must find it.
    public async Task<string> Describe() => $"{await Count.GetAsync(0)} of {Key} since {DateTime.UtcNow.Year > 2000}";
}
