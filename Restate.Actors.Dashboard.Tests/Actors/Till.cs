namespace Restate.Actors.Dashboard.Tests.Actors;

public sealed class Till(ICoinBox coins) : VirtualObject, ITill
{
    public static readonly SignalName<string> Unlock = new("unlock");

    private IActorState<int> Total => State<int>("total");

    public async Task<int> Pay(int amount)
    {
        var sum = await Total.GetAsync(0) + amount;
        Total.Set(sum);
        return sum;
    }

    public async Task<string> HoldUntilSignal() => await Signal(Unlock);

    public async Task Nap(TimeSpan time) => await Sleep(time, "nap");

    public async Task<int> PayAt(string other, int amount)
    {
        var fee = await Run("fee", _ => Task.FromResult(amount / 10));
        await Sleep(TimeSpan.FromMilliseconds(50), "think");
        return await Actors.GetActor<ITill>(other).Pay(amount + fee);
    }

    public async Task<int> CountCoins() => await Run("count the coins", run => coins.Count(Key, run.AttemptAborted));

    public async Task Break(string reason) => await Run("break", _ => Task.FromException<int>(new InvalidOperationException(reason)));

    public async Task Tidy(int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            await Run($"shelf {i}", _ => Task.CompletedTask);
        }
    }

    public Task Refuse(string reason) => throw new TerminalException(reason, 409);

    public async Task<int> Sum() => await Total.GetAsync(0);
}
