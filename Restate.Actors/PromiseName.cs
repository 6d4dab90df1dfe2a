namespace Restate.Actors;

/// <summary>The name of a workflow's promise together with the type of its value: a static field of the contract that all its handlers use.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="name">The name within the workflow id, not empty.</param>
public sealed class PromiseName<T>(string name)
{
    /// <summary>Gets the name.</summary>
    public string Name { get; } = string.IsNullOrEmpty(name) ? throw new ArgumentException("The name of a promise is empty.", nameof(name)) : name;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
