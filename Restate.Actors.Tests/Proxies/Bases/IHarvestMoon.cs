namespace Restate.Actors.Tests.Proxies.Bases;

[Actor("Bases.HarvestMoon")]
public interface IHarvestMoon : IMoon;
