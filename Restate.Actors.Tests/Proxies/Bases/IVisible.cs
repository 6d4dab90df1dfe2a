namespace Restate.Actors.Tests.Proxies.Bases;

/// <summary>A base without a kind, of several contracts.</summary>
public interface IVisible : IKeyedActor<string>;
