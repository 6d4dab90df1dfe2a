namespace Restate.Actors;

/// <summary>The base of virtual objects with a text key.</summary>
public abstract class VirtualObject : KeyedActor
{
    /// <summary>Gets the key.</summary>
    protected string Key => Context.Key;

    /// <inheritdoc cref="IActorContext.Reminders"/>
    protected IActorReminders Reminders => Context.Reminders;
}
