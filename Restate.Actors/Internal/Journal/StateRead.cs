using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Journal;

/// <summary>The answer to a read of one state key: known at once, or by a completion.</summary>
internal readonly record struct StateRead(bool IsKnown, ReadOnlyMemory<byte>? Value, uint CompletionId)
{
    public NotificationId Completion => NotificationId.Completion(CompletionId);
}
