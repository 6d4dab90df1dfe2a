using System.Text.Json.Serialization;
using Restate.Actors.Internal.Admin;

namespace Restate.Actors.Admin;

/// <summary>The states of an invocation.</summary>
[JsonConverter(typeof(NameConverter<InvocationStatus>))]
public enum InvocationStatus
{
    /// <summary>A state that this version does not know.</summary>
    Unknown,

    /// <summary>It waits for its key or for a concurrency limit.</summary>
    Pending,

    /// <summary>It waits for its time.</summary>
    Scheduled,

    /// <summary>It is about to run.</summary>
    Ready,

    /// <summary>An attempt runs.</summary>
    Running,

    /// <summary>An attempt failed; the next one is waited for.</summary>
    BackingOff,

    /// <summary>It waits, without an attempt, for a result.</summary>
    Suspended,

    /// <summary>It does not go on until somebody resumes it.</summary>
    Paused,

    /// <summary>It has finished.</summary>
    Completed,
}
