namespace Restate.Actors;

/// <summary>Says that the code of a method or class runs inside handlers, so that the analyzers check it like a handler.</summary>
/// <remarks>
/// Handlers, <see cref="Actor.OnActivateAsync"/>, reminders, filters and the helpers that they call in their own class are checked without it. Put it on helpers in
/// other classes. On a class or struct it marks all its methods. It has no effect at run time.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method, Inherited = false)]
public sealed class DurableCodeAttribute : Attribute;
