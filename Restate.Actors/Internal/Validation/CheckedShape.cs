namespace Restate.Actors.Internal.Validation;

/// <summary>How the walk through an argument treats a value.</summary>
internal enum CheckedShape
{
    /// <summary>There is nothing to look at inside.</summary>
    Leaf,

    /// <summary>A list or dictionary: look at each item.</summary>
    Items,

    /// <summary>An object: look at its properties.</summary>
    Object,
}
