namespace Restate.Actors.Tests.Turns;

/// <summary>One way to use tasks in a handler.</summary>
internal sealed record TaskConstruct(string Name, ConstructOutcome Expected, Func<ConstructRun, Task> Body);
