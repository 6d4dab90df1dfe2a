namespace Restate.Actors.Fuzzing.Actors;

public sealed class Journey(IActorContext context) : Workflow, IJourney
{
    public Task<string> Run(byte[] itinerary) => new Itinerary(context, itinerary, isExclusive: true, hasPromises: true).FollowAsync();

    public Task<string> Ask(byte[] itinerary) => new Itinerary(context, itinerary, isExclusive: false, hasPromises: true).FollowAsync();
}
