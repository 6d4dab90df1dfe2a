namespace Restate.Actors.Generators.Models;

/// <summary>The kind of a handler; the names are those of the runtime's enumeration.</summary>
internal enum HandlerKind
{
    Service,
    Exclusive,
    Shared,
    WorkflowRun,
}
