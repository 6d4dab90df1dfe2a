namespace Restate.Actors.Tests.Attempts.Actors;

[Actor("Engine.Watch")]
public interface IWatch : IDurableService
{
    Task<string> LookAsync(string input);

    Task<bool> LookInStepAsync(string input);
}
