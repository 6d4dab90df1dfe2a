namespace Restate.Actors;

/// <summary>The handler runs beside others of the same key; it reads state and cannot write it.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class SharedAttribute : Attribute;
