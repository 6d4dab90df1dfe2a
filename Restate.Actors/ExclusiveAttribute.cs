namespace Restate.Actors;

/// <summary>The handler holds the key of its virtual object: no other exclusive handler of that key runs meanwhile. The default for virtual objects.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class ExclusiveAttribute : Attribute;
