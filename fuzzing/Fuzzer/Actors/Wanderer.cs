namespace Restate.Actors.Fuzzing.Actors;

public sealed class Wanderer(IActorContext context) : VirtualObject, IWanderer
{
    public Task<string> Wander(byte[] itinerary) => new Itinerary(context, itinerary, isExclusive: true).FollowAsync();

    public Task<string> Look(byte[] itinerary) => new Itinerary(context, itinerary, isExclusive: false).FollowAsync();

    public Task<string> Pack(Luggage luggage) => Task.FromResult(luggage is null ? "nothing" : $"{luggage.Owner} {luggage.Pieces}");
}
