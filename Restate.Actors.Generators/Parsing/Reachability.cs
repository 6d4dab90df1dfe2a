namespace Restate.Actors.Generators.Parsing;

/// <summary>From where a type can be named.</summary>
internal enum Reachability
{
    /// <summary>Not even from another type of the same assembly.</summary>
    None,

    /// <summary>From the same assembly.</summary>
    Assembly,

    /// <summary>From everywhere.</summary>
    Public,
}
