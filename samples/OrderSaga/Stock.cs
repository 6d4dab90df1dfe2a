using Restate.Actors;

namespace OrderSaga;

public sealed class Stock : VirtualObject, IStock
{
    private IActorState<int> Free => State<int>("free");

    public Task Fill(int count)
    {
        States.ClearAll();
        Free.Set(count);
        return Task.CompletedTask;
    }

    public async Task Reserve(string orderId, int count)
    {
        if (await Reservation(orderId).ExistsAsync())
        {
            return;
        }

        var left = await Available() - count;
        if (left < 0)
        {
            throw new TerminalException($"There are not {count} of '{Key}'.", 422);
        }

        Free.Set(left);
        Reservation(orderId).Set(count);
    }

    public async Task Release(string orderId)
    {
        Free.Set(await Available() + await Reservation(orderId).GetAsync(0));
        Reservation(orderId).Clear();
    }

    public async Task<int> Available() => await Free.GetAsync(0);

    private IActorState<int> Reservation(string orderId) => State<int>($"order:{orderId}");
}
