namespace Restate.Actors.Tests.Attempts.Actors;

[Actor("Engine.Flow")]
public interface IScriptedFlow : IWorkflow
{
    [WorkflowRun]
    Task<string> RunAsync(string input);

    [Shared]
    Task<string> LookAsync(string input);
}
