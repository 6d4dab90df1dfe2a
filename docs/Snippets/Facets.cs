using Restate.Actors;

namespace Docs;

[Actor("Cart")]
public interface ICart : IVirtualObject
{
    Task<int> Add(string article);

    Task Clear();
}

public sealed class CartContent
{
    public List<string> Articles { get; set; } = [];
}

// snippet: persistent-state
public sealed class Cart([PersistentState("cart")] IPersistentState<CartContent> cart) : VirtualObject, ICart
{
    public async Task<int> Add(string article)
    {
        cart.State.Articles.Add(article);
        await cart.WriteStateAsync();
        return cart.State.Articles.Count;
    }

    public Task Clear() => cart.ClearStateAsync();
}
// end

[Actor("Purse")]
public interface IPurse : IVirtualObject
{
    Task Add(int coins);
}

// snippet: persistent-state-member
public sealed class Purse : VirtualObject, IPurse
{
    private readonly IPersistentState<int> _coins;

    public Purse()
    {
        _coins = PersistentState<int>("coins");
    }

    public Task Add(int coins)
    {
        _coins.State += coins;
        return _coins.WriteStateAsync();
    }
}
// end

[Actor("Desk")]
public interface IDesk : IVirtualObject
{
    Task Log(string line);

    Task Book(string guest, string from);
}

// snippet: save-on-success-method
public sealed class Desk : VirtualObject, IDesk
{
    public Task Log(string line)
    {
        State<string>("last line").Set(line);                   // counts at once
        return Task.CompletedTask;
    }

    [SaveOnSuccess]
    public async Task Book(string guest, string from)
    {
        State<string>("guest").Set(guest);
        await Actors.GetActor<ITable>(from).Leave(guest);
    }
}
// end
