namespace Restate.Actors;

/// <summary>Marks a contract as a virtual object with a string key: state per key, one exclusive handler at a time per key.</summary>
public interface IVirtualObject : IKeyedActor<string>;

/// <summary>Marks a contract as a virtual object with a key of type <typeparamref name="TKey"/>.</summary>
/// <typeparam name="TKey"><see cref="Guid"/>, <see cref="long"/>, <see cref="int"/>, <see cref="string"/> or a type that implements <see cref="IActorKey{TSelf}"/>.</typeparam>
public interface IVirtualObject<TKey> : IKeyedActor<TKey>
    where TKey : notnull;
