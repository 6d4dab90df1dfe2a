namespace Restate.Actors.Tests.Proxies.Bases;

/// <summary>An actor interface without a kind and without a contract.</summary>
public interface IUnseen : IKeyedActor<string>;
