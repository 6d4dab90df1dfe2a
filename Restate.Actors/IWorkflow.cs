namespace Restate.Actors;

/// <summary>Marks a contract as a workflow: its key is the workflow id, its <see cref="WorkflowRunAttribute"/> handler runs once per id.</summary>
public interface IWorkflow : IKeyedActor<string>;
