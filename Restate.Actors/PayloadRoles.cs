namespace Restate.Actors;

/// <summary>What a payload is in the life of an invocation.</summary>
[Flags]
public enum PayloadRoles
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>Inputs of handlers, and the arguments of calls that become such.</summary>
    Input = 1,

    /// <summary>Results of handlers.</summary>
    Result = 2,

    /// <summary>State values.</summary>
    State = 4,

    /// <summary>Results of durable steps.</summary>
    Step = 8,

    /// <summary>Values of awakeables.</summary>
    Awakeable = 16,

    /// <summary>Values of durable promises.</summary>
    Promise = 32,

    /// <summary>Values of signals.</summary>
    Signal = 64,

    /// <summary>All of them.</summary>
    All = Input | Result | State | Step | Awakeable | Promise | Signal,
}
