namespace Restate.Actors.Tests.Integration.Actors;

/// <summary>Waits long on one stream.</summary>
public interface ILighthouse : IVirtualObject
{
    Task<string> WatchAsync(int seconds);
}
