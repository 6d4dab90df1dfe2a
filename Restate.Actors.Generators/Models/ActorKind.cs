namespace Restate.Actors.Generators.Models;

/// <summary>The kind of a contract; the names are those of the runtime's enumeration.</summary>
internal enum ActorKind
{
    Service,
    VirtualObject,
    Workflow,
}
