using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Operations;

/// <summary>A wait for the invocation id of a call.</summary>
internal sealed class InvocationIdWait(NotificationId id) : DurableWait<string>(id)
{
    protected override string Read(in NotificationResult result)
    {
        return result.InvocationId ?? throw ProtocolException.Missing(MessageType.CallInvocationIdCompletion, "the id");
    }

    protected override string Describe() => "the invocation id of a call";
}
