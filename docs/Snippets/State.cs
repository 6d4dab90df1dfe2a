using System.ComponentModel;
using Restate.Actors;

namespace Docs;

[Actor("Profile")]
public interface IProfile : IVirtualObject
{
    Task Move(Address address);

    Task Forget();

    Task Tag(string name, int weight);

    [Shared]
    Task<Address?> Home();

    [Shared]
    Task<int> TotalWeight();
}

// snippet: state
public sealed class Profile : VirtualObject, IProfile
{
    private IActorState<Address> HomeAddress => State<Address>("home");

    private IActorState<int> Moves => State<int>("moves");

    public async Task Move(Address address)
    {
        HomeAddress.Set(address);
        Moves.Set(await Moves.GetAsync(0) + 1);
    }

    public async Task<Address?> Home() => await HomeAddress.GetAsync();
    // end

    // snippet: state-names
    public Task Tag(string name, int weight)
    {
        States.Get<int>($"tag:{name}").Set(weight);
        return Task.CompletedTask;
    }

    public async Task<int> TotalWeight()
    {
        var sum = 0;
        foreach (var name in await States.GetNamesAsync())      // sorted
        {
            sum += name.StartsWith("tag:", StringComparison.Ordinal) ? await States.Get<int>(name).GetAsync() : 0;
        }

        return sum;
    }

    public Task Forget()
    {
        States.ClearAll();
        return Task.CompletedTask;
    }
    // end
}

// snippet: state-immutable
[ImmutableObject(true)]
public sealed record PriceList(string Currency, System.Collections.Immutable.ImmutableDictionary<string, decimal> Prices);
// end

[Actor("Basket")]
public interface IBasket : IVirtualObject
{
    Task<int> Add(string article);
}

// snippet: state-do
public sealed class Basket : VirtualObject, IBasket
{
    private IActorState<List<string>> Articles => State<List<string>>("articles");

    public async Task<int> Add(string article)
    {
        var articles = await Articles.GetAsync([]);
        articles.Add(article);
        Articles.Set(articles);
        return articles.Count;
    }
}
// end

[Actor("Table")]
public interface ITable : IVirtualObject
{
    Task Move(string guest, string from);

    Task Leave(string guest);
}

// snippet: save-on-success
[SaveOnSuccess]
public sealed class GuestTable : VirtualObject, ITable
{
    public async Task Move(string guest, string from)
    {
        State<string>("guest").Set(guest);
        await Actors.GetActor<ITable>(from).Leave(guest);        // a failure of this call takes the write back
    }
    // end

    public async Task Leave(string guest)
    {
        if (await State<string>("guest").GetAsync() != guest)
        {
            throw new TerminalException("The guest does not sit here.", 409);
        }

        State<string>("guest").Clear();
    }
}
