namespace Restate.Actors.Tests.Testing.Actors;

/// <summary>Something outside that a purse needs.</summary>
public interface ITill
{
    Task<string> PayAsync(string purse, string what);
}
