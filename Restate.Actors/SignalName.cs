namespace Restate.Actors;

/// <summary>The name of a signal together with the type of its value: a static field of the contract that the sender and the receiver use.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="name">The name within the receiving invocation, not empty.</param>
public sealed class SignalName<T>(string name)
{
    /// <summary>Gets the name.</summary>
    public string Name { get; } = string.IsNullOrEmpty(name) ? throw new ArgumentException("The name of a signal is empty.", nameof(name)) : name;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
