using System.ComponentModel;

namespace Restate.Actors.CompilerServices;

/// <summary>The kind of an actor. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ActorKind
{
    /// <summary>A basic service.</summary>
    Service,

    /// <summary>A virtual object.</summary>
    VirtualObject,

    /// <summary>A workflow.</summary>
    Workflow,
}
