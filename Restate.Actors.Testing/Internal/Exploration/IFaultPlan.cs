using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Testing.Internal.Exploration;

/// <summary>Decides what goes wrong.</summary>
internal interface IFaultPlan
{
    /// <summary>Decides what happens in place of the arrival of a message from an attempt.</summary>
    Fault Before(MessageType message);

    /// <summary>Decides whether an attempt that starts now suspends at each wait.</summary>
    bool EndsInputAtOnce();
}
