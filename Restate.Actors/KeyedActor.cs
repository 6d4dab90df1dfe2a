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
}
