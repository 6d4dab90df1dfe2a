namespace Restate.Actors.Tests.Proxies.Bases;

/// <summary>A base without a kind, of one contract.</summary>
public interface INamed : IKeyedActor<string>
{
    [Shared]
    Task<string> NameAsync();
}
