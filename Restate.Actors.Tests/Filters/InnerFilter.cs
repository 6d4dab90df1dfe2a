namespace Restate.Actors.Tests.Filters;

/// <summary>A filter of every kind that notes when it is entered and left.</summary>
public sealed class InnerFilter(FilterScript script) : IActorFilter, IOutgoingActorFilter, IRunFilter, IAttemptFilter
{
    public Task InvokeAsync(ActorCallContext context, Func<Task> next) => NoteAsync(next);

    public Task InvokeAsync(OutgoingCallContext context, Func<Task> next) => NoteAsync(next);

    public Task InvokeAsync(RunFilterContext context, Func<Task> next) => NoteAsync(next);

    public Task InvokeAsync(AttemptContext context, Func<Task> next) => NoteAsync(next);

    private async Task NoteAsync(Func<Task> next)
    {
        script.Notes.Add("inner in");
        await next();
        script.Notes.Add("inner out");
    }
}
