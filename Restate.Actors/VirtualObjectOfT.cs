namespace Restate.Actors;

/// <summary>The base of virtual objects with a key of type <typeparamref name="TKey"/>.</summary>
/// <typeparam name="TKey">The type of the key, as in the contract <see cref="IVirtualObject{TKey}"/>.</typeparam>
public abstract class VirtualObject<TKey> : KeyedActor
    where TKey : notnull
{
    /// <summary>Gets the key.</summary>
    protected TKey Key => Internal.Contracts.KeyFormatOf<TKey>.Parse(Context.Key);

    /// <inheritdoc cref="IActorContext.Reminders"/>
    protected IActorReminders Reminders => Context.Reminders;
}
