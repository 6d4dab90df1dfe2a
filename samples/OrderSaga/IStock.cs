using Restate.Actors;

namespace OrderSaga;

/// <summary>The stock of one article.</summary>
[Actor("Stock")]
public interface IStock : IVirtualObject
{
    /// <summary>Sets how many there are, and forgets all reservations.</summary>
    [Exclusive]
    Task Fill(int count);

    /// <summary>Sets some aside for an order; once, however often it is asked for.</summary>
    [Exclusive]
    Task Reserve(string orderId, int count);

    /// <summary>Puts back what was set aside. Does nothing if nothing was: an undo cannot know how far its step came.</summary>
    [Exclusive]
    Task Release(string orderId);

    [Shared]
    Task<int> Available();
}
