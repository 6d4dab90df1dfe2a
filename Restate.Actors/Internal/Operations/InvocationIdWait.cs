using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Operations;

/// <summary>A wait for the invocation id of a call.</summary>
internal sealed class InvocationIdWait(NotificationId id) : DurableWait<string>(id)
{
    protected override string Read(in NotificationResult result) => result.InvocationId!;

    protected override string Describe() => "the invocation id of a call";
}
