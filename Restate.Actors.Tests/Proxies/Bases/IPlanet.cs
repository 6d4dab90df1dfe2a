namespace Restate.Actors.Tests.Proxies.Bases;

[Actor("Bases.Planet")]
public interface IPlanet : IVirtualObject, INamed, IVisible;
