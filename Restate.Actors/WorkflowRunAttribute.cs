namespace Restate.Actors;

/// <summary>Marks the one handler of a workflow that runs once per workflow id. All other handlers are <see cref="SharedAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class WorkflowRunAttribute : Attribute;
