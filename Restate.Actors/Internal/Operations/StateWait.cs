using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Operations;

/// <summary>A wait for the bytes of a state value that the server did not send along.</summary>
internal sealed class StateWait(NotificationId id, string name) : DurableWait<ReadOnlyMemory<byte>?>(id)
{
    protected override ReadOnlyMemory<byte>? Read(in NotificationResult result)
    {
        // A bare null would be the empty memory that a null array converts to.
        return result.Kind == NotificationResultKind.Void ? default(ReadOnlyMemory<byte>?) : result.Value;
    }

    protected override string Describe() => $"the state '{name}'";
}
