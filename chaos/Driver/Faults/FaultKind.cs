namespace Restate.Actors.Chaos.Driver.Faults;

internal enum FaultKind
{
    /// <summary>An endpoint process is killed and started again.</summary>
    EndpointKill,

    /// <summary>All endpoint processes are killed at once and started again.</summary>
    AllEndpointsKill,

    /// <summary>An endpoint process is asked to end, as in a rolling update, and started again.</summary>
    EndpointStop,

    /// <summary>An endpoint process stands still for a while, and goes on with attempts that the server may have given up.</summary>
    EndpointFreeze,

    /// <summary>A server is killed and started again with its data.</summary>
    ServerKill,

    /// <summary>A connection from the server to an endpoint is cut between two frames.</summary>
    CutBetweenFrames,

    /// <summary>A connection from the server to an endpoint is cut inside a frame.</summary>
    CutInsideFrame,

    /// <summary>A frame between server and endpoint is held back.</summary>
    DelayFrame,

    /// <summary>A frame between server and endpoint comes in two parts.</summary>
    SplitFrame,

    /// <summary>The connection of a client is cut.</summary>
    ClientCut,

    /// <summary>The bytes of a client are held back.</summary>
    ClientDelay,
}
