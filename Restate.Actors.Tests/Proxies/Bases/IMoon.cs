namespace Restate.Actors.Tests.Proxies.Bases;

/// <summary>A contract that is the base of another one and says that it is meant itself.</summary>
[Actor("Bases.Moon")]
public interface IMoon : IVirtualObject
{
    [Shared]
    Task<int> PhaseAsync();
}
