namespace Restate.Actors;

/// <summary>Helps to create actors in unit tests.</summary>
public static class ActorTestExtensions
{
    /// <summary>Gives an actor its context, in place of a running invocation.</summary>
    /// <typeparam name="TActor">The class.</typeparam>
    /// <param name="actor">The actor.</param>
    /// <param name="context">A fake, or the context of a test host.</param>
    /// <returns>The actor.</returns>
    public static TActor Attach<TActor>(this TActor actor, IActorContext context)
        where TActor : Actor
    {
        ArgumentNullException.ThrowIfNull(actor);
        actor.AttachContext(context);
        return actor;
    }
}
