namespace Restate.Actors.Tests.Attempts.Actors;

public sealed class ScriptedFlow(Script script) : Workflow, IScriptedFlow
{
    public Task<string> RunAsync(string input) => script.Handler(Context, input);

    public Task<string> LookAsync(string input) => script.Handler(Context, input);
}
