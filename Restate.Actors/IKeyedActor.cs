namespace Restate.Actors;

/// <summary>An actor that is addressed by a key: a virtual object or a workflow.</summary>
public interface IKeyedActor : IActor;

/// <summary>An actor that is addressed by a key of type <typeparamref name="TKey"/>.</summary>
/// <typeparam name="TKey"><see cref="string"/>, <see cref="Guid"/>, <see cref="long"/>, <see cref="int"/> or a type that implements <see cref="IActorKey{TSelf}"/>.</typeparam>
public interface IKeyedActor<TKey> : IKeyedActor
    where TKey : notnull;
