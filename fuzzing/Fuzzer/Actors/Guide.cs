namespace Restate.Actors.Fuzzing.Actors;

public sealed class Guide(IActorContext context) : DurableService, IGuide
{
    public Task<string> Lead(byte[] itinerary) => new Itinerary(context, itinerary, isExclusive: false, hasState: false).FollowAsync();
}
