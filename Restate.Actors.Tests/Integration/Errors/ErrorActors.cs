using Restate.Actors.Tests.Errors;

namespace Restate.Actors.Tests.Integration.Errors;

[Actor("Shelf")]
public interface IShelf : IVirtualObject
{
    Task Take(int count);
}

[Actor("Shopper")]
public interface IShopper : IDurableService
{
    Task<string> Catch();

    Task PassOn();

    Task<string> CatchInStep();

    Task Throw(string what);
}

public sealed class Shelf : VirtualObject, IShelf
{
    public Task Take(int count) => throw new StockException($"Out of {Key}.", count - 1);
}

[TerminalOn(typeof(FormatException), 450)]
[TerminalOn(typeof(KeyNotFoundException), 452)]
public sealed class Shopper : DurableService, IShopper
{
    public async Task<string> Catch()
    {
        try
        {
            await Actors.GetActor<IShelf>("tea").Take(4);
            return "none";
        }
        catch (StockException error)
        {
            return $"{error.Left} left";
        }
    }

    public Task PassOn() => Actors.GetActor<IShelf>("tea").Take(4);

    public async Task<string> CatchInStep()
    {
        try
        {
            await Run("take", new Action<RunContext>(_ => throw new StockException("Out of milk.", 5)));
            return "none";
        }
        catch (StockException error)
        {
            return $"{error.Left} left";
        }
    }

    [TerminalOn(typeof(FormatException), 451)]
    public Task Throw(string what) => throw what switch
    {
        "argument" => new ArgumentException(what),
        "format" => new FormatException(what),
        "key" => new KeyNotFoundException(what),
        _ => new TimeoutException(what),
    };
}
