namespace Restate.Actors.Fuzzing.Actors;

/// <summary>A service that does what its input says.</summary>
public interface IGuide : IDurableService
{
    Task<string> Lead(byte[] itinerary);
}
