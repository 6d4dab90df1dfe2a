namespace Restate.Actors.Tests.Docs;

internal enum CapabilityState
{
    /// <summary>It is there, and tests prove it.</summary>
    Done,

    /// <summary>It comes.</summary>
    Planned,

    /// <summary>It is left out on purpose.</summary>
    LeftOut,
}
