namespace Restate.Actors.Tests.Proxies.Bases;

[Actor("Bases.Nova")]
public interface INova : IStar;
