namespace Restate.Actors.Tests.Attempts.Actors;

public sealed class Greeter : DurableService, IGreeter
{
    public Task<string> GreetAsync(string name) => Task.FromResult(name);
}
