namespace Restate.Actors.Testing;

/// <summary>What an invocation of a test host is doing.</summary>
public enum InvocationStatus
{
    /// <summary>It is to start later: a delayed send.</summary>
    Scheduled,

    /// <summary>It waits for the lock of its key.</summary>
    Pending,

    /// <summary>An attempt runs, or waits with its stream open.</summary>
    Running,

    /// <summary>It waits and no attempt is open.</summary>
    Suspended,

    /// <summary>Its last attempt failed and the next one is due later.</summary>
    BackingOff,

    /// <summary>Its attempts are used up. It keeps the lock of its key until it is resumed, cancelled or killed.</summary>
    Paused,

    /// <summary>It has ended, with a result or a failure.</summary>
    Completed,
}
