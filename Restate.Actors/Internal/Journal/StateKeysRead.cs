using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Journal;

/// <summary>The answer to a read of the state keys: known at once, or by a completion.</summary>
/// <param name="Keys">The keys when they are known at once.</param>
/// <param name="CompletionId">The completion that brings them otherwise.</param>
internal readonly record struct StateKeysRead(IReadOnlyList<string>? Keys, uint CompletionId)
{
    public NotificationId Completion => NotificationId.Completion(CompletionId);
}
