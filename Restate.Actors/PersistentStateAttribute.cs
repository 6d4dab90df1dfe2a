namespace Restate.Actors;

/// <summary>On a constructor parameter of type <see cref="IPersistentState{T}"/> of an actor class: which state value it is.</summary>
/// <param name="stateName">The name of the state value, not empty.</param>
/// <param name="storageName">Ignored: all state is kept by Restate. There so that code for Orleans compiles.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class PersistentStateAttribute(string stateName, string? storageName = null) : Attribute
{
    /// <summary>Gets the name of the state value.</summary>
    public string StateName { get; } = stateName;

    /// <summary>Gets the name of the storage, which is ignored.</summary>
    public string? StorageName { get; } = storageName;
}
