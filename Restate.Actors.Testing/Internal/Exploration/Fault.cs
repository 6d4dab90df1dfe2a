namespace Restate.Actors.Testing.Internal.Exploration;

/// <summary>What goes wrong.</summary>
internal enum Fault
{
    None,

    /// <summary>The stream is cut before the message arrives; the invocation starts its next attempt.</summary>
    Cut,

    /// <summary>The next attempt starts while the code of this one still runs.</summary>
    Overlap,
}
