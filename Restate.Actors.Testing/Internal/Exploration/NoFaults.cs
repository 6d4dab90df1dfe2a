using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Testing.Internal.Exploration;

/// <summary>Nothing goes wrong.</summary>
internal sealed class NoFaults : IFaultPlan
{
    public Fault Before(MessageType message) => Fault.None;

    public bool EndsInputAtOnce() => false;
}
