namespace Restate.Actors.Tests.Integration.Actors;

/// <summary>An actor that refuses to be activated.</summary>
public interface IPicky : IVirtualObject
{
    Task<string> GreetAsync();
}
