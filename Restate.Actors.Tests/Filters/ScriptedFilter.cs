namespace Restate.Actors.Tests.Filters;

/// <summary>A filter of every kind, whose code the test writes.</summary>
public sealed class ScriptedFilter(FilterScript script) : IActorFilter, IOutgoingActorFilter, IRunFilter, IAttemptFilter
{
    public Task InvokeAsync(ActorCallContext context, Func<Task> next) => script.Incoming(context, next);

    public Task InvokeAsync(OutgoingCallContext context, Func<Task> next) => script.Outgoing(context, next);

    public Task InvokeAsync(RunFilterContext context, Func<Task> next) => script.Run(context, next);

    public Task InvokeAsync(AttemptContext context, Func<Task> next) => script.Attempt(context, next);
}
