namespace Restate.Actors.Tests.Attempts.Actors;

[Actor("Engine.Basic")]
public interface IScriptedBasic : IDurableService
{
    Task<string> RunAsync(string input);
}
