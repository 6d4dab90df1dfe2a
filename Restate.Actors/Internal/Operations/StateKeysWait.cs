using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Operations;

/// <summary>A wait for the names of all state values.</summary>
internal sealed class StateKeysWait(NotificationId id) : DurableWait<IReadOnlyList<string>>(id)
{
    protected override IReadOnlyList<string> Read(in NotificationResult result)
    {
        return result.StateKeys ?? throw ProtocolException.Missing(MessageType.GetLazyStateKeysCompletion, "the names");
    }

    protected override string Describe() => "the state names";
}
