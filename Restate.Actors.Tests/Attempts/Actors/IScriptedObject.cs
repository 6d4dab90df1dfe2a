namespace Restate.Actors.Tests.Attempts.Actors;

[Actor("Engine.Object")]
public interface IScriptedObject : IVirtualObject
{
    [Exclusive]
    Task<string> RunAsync(string input);

    [Shared]
    Task<string> LookAsync(string input);
}
