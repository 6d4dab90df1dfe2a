using System.ComponentModel;

namespace Restate.Actors.CompilerServices;

/// <summary>Names an actor class of this assembly and its generated registration, so that a host in another assembly can add it. For generated code.</summary>
/// <param name="actor">The class.</param>
/// <param name="registration">The generated static class with the method <c>AddTo</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class GeneratedActorAttribute(Type actor, Type registration) : Attribute
{
    /// <summary>Gets the class.</summary>
    public Type Actor { get; } = actor;

    /// <summary>Gets the generated static class with the method <c>AddTo</c>.</summary>
    public Type Registration { get; } = registration;
}
