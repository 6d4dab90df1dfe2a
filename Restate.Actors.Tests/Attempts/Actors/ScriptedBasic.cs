namespace Restate.Actors.Tests.Attempts.Actors;

/// <summary>A plain class with an injected context.</summary>
public sealed class ScriptedBasic(Script script, IActorContext context) : IScriptedBasic
{
    public Task<string> RunAsync(string input) => script.Handler(context, input);
}
