namespace Restate.Actors.Chaos.Driver.Proxy;

internal enum InterferenceKind
{
    /// <summary>The unit is passed on, then the connection is cut.</summary>
    CutAfter,

    /// <summary>A part of the unit is passed on, then the connection is cut.</summary>
    CutInside,

    /// <summary>The unit is passed on later, and with it all that follows.</summary>
    DelayBefore,

    /// <summary>A part of the unit is passed on, the rest later.</summary>
    DelayInside,
}
