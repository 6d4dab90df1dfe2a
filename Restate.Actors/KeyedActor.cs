namespace Restate.Actors;

/// <summary>The base of actors with a key and state.</summary>
public abstract class KeyedActor : Actor
{
    private protected KeyedActor()
    {
    }

    /// <summary>Gets the state of the key, for names that are known at run time only.</summary>
    protected IActorStates States => Context.States;

    /// <summary>Gets a state value of the key.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="name">Its name, case-sensitive, not empty.</param>
    /// <param name="serializer">Writes and reads the value; the same for all who use it. Default: that of the type, else that of the host.</param>
    /// <returns>The state value; nothing is read yet.</returns>
    protected IActorState<T> State<T>(string name, IPayloadSerializer? serializer = null) => Context.States.Get<T>(name, serializer);

    /// <summary>Gets a state value that is kept in memory while the handler works on it. For the constructor or a field initializer: it is read before the handler begins.</summary>
    /// <typeparam name="T">The type of the value; a new one is made when none is stored.</typeparam>
    /// <param name="name">Its name, case-sensitive, not empty.</param>
    /// <returns>The state value.</returns>
    protected IPersistentState<T> PersistentState<T>(string name)
        where T : new() => PersistentState(name, static () => new T());

    /// <inheritdoc cref="PersistentState{T}(string)"/>
    /// <param name="name">Its name, case-sensitive, not empty.</param>
    /// <param name="create">Makes the value when none is stored.</param>
    protected IPersistentState<T> PersistentState<T>(string name, Func<T> create)
    {
        return Internal.Operations.PersistentState<T>.Create(() => Context, name, create);
    }
}
