using System.ComponentModel;

namespace Restate.Actors.CompilerServices;

/// <summary>How a handler relates to its key. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum HandlerKind
{
    /// <summary>A handler of a basic service.</summary>
    Service,

    /// <summary>Holds the key of a virtual object.</summary>
    Exclusive,

    /// <summary>Runs beside others, reads only.</summary>
    Shared,

    /// <summary>The run of a workflow.</summary>
    WorkflowRun,
}
