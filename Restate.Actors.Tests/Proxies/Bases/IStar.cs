namespace Restate.Actors.Tests.Proxies.Bases;

/// <summary>A contract that is the base of another one; its name is not pinned.</summary>
public interface IStar : IVirtualObject, IVisible
{
    [Shared]
    Task<int> BrightnessAsync();
}
