using Restate.Actors;

namespace Docs.Moved;

// snippet: rsta6001
[Actor("Weather")]
public interface IWeatherGrain : IVirtualObject<Guid>
{
    Task Measure(double temperature);

    [Shared]
    Task<double> Average();
}
// end

[Actor("Cashier")]
public interface ICashier : IDurableService
{
    Task Pay(string transfer, decimal amount);
}

// snippet: rsta6002
[Actor("Transfer")]
public interface ITransfer : IVirtualObject
{
    Task Move(decimal amount);
}

public sealed class Cashier : DurableService, ICashier
{
    public async Task Pay(string transfer, decimal amount)
    {
        try
        {
            await Actors.GetActor<ITransfer>(transfer).Move(amount).WaitAsync(TimeSpan.FromSeconds(10), Time);
        }
        catch (TimeoutException)
        {
            throw new TerminalException("The transfer takes too long. It goes on, though.", 504);
        }
    }
}
// end

[Actor("Shelves")]
public interface IShelves : IVirtualObject
{
    Task Move(string fromShelf, string toShelf, int count);

    [Shared]
    Task<int> Total();
}

// snippet: rsta6003
[SaveOnSuccess]                                             // both shelves at once, so Total sees both or none
public sealed class Shelves : VirtualObject, IShelves
{
    public async Task Move(string fromShelf, string toShelf, int count)
    {
        States.Get<int>(fromShelf).Set(await States.Get<int>(fromShelf).GetAsync() - count);
        States.Get<int>(toShelf).Set(await States.Get<int>(toShelf).GetAsync() + count);
    }

    public async Task<int> Total()
    {
        var total = 0;
        foreach (var shelf in await States.GetNamesAsync())
        {
            total += await States.Get<int>(shelf).GetAsync();
        }

        return total;
    }
}
// end

[Actor("Badge")]
public interface IBadge : IVirtualObject
{
    Task<string> Print();
}

// snippet: rsta6004
public class BadgeGrain : VirtualObject, IBadge
{
    public Task<string> Print() => Task.FromResult($"badge of {Key}");
}
// end
