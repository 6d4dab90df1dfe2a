using Restate.Actors;

namespace NativeAot;

/// <summary>Writes down at level Debug what is asked of a garage.</summary>
public sealed class LogBook(ILogger<LogBook> logger) : IActorFilter
{
    public Task InvokeAsync(ActorCallContext context, Func<Task> next)
    {
        logger.LogDebug("{Service}/{Handler}", context.Service, context.Handler);
        return next();
    }
}
