namespace Restate.Actors.Fuzzing.Actors;

/// <summary>An object whose handlers do what their input says.</summary>
public interface IWanderer : IVirtualObject
{
    [Exclusive]
    Task<string> Wander(byte[] itinerary);

    [Shared]
    Task<string> Look(byte[] itinerary);

    [Exclusive]
    Task<string> Pack(Luggage luggage);
}
