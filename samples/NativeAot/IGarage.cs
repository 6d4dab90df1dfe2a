using Restate.Actors;

namespace NativeAot;

/// <summary>A parking garage: one virtual object per garage, one car at a time at its barrier.</summary>
[Actor("Garage")]
public interface IGarage : IVirtualObject
{
    [Exclusive]
    Task<Ticket> Enter(string plate);

    [Exclusive]
    Task<Receipt> Leave(string plate);

    [Shared]
    Task<int> FreePlaces();
}
