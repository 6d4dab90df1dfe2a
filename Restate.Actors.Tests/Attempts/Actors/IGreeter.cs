namespace Restate.Actors.Tests.Attempts.Actors;

[Actor("Engine.Greeter")]
public interface IGreeter : IDurableService
{
    Task<string> GreetAsync(string name);
}
