using Restate.Actors.Tests.Attempts.Actors;

namespace Restate.Actors.Tests.Filters;

/// <summary>The filter of one class; no service of the host.</summary>
public sealed class OwnFilter(FilterScript script, ScopedResource resource) : IActorFilter
{
    public async Task InvokeAsync(ActorCallContext context, Func<Task> next)
    {
        ArgumentNullException.ThrowIfNull(resource);
        script.Notes.Add("own in");
        await next();
        script.Notes.Add("own out");
    }
}
