namespace Restate.Actors;

/// <summary>Pins the wire name of an actor contract, so that renaming the interface never strands its state.</summary>
/// <remarks>Without it the name is the interface's, without a leading <c>I</c>. For a generic interface give one attribute per closed type.</remarks>
/// <param name="name">The service name on the wire: letters, digits, <c>_</c>, <c>.</c>, <c>-</c>; not starting with <c>restate</c>, not <c>openapi</c>.</param>
/// <param name="contract">For a generic interface the closed type that has this name.</param>
[AttributeUsage(AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class ActorAttribute(string name, Type? contract = null) : Attribute
{
    /// <summary>Gets the service name on the wire.</summary>
    public string Name { get; } = name;

    /// <summary>Gets the closed generic contract that has this name, or <see langword="null"/> for the interface itself.</summary>
    public Type? Contract { get; } = contract;
}
