using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Journal;

/// <summary>A node of a tree of waits.</summary>
internal abstract class AwaitNode
{
    /// <summary>Evaluates the node.</summary>
    /// <param name="notifications">What has been released.</param>
    /// <param name="tookDecision">Set when a combinator inside decided, although what is around it may still be open.</param>
    public abstract AwaitState Evaluate(NotificationLog notifications, ref bool tookDecision);

    public abstract bool Awaits(NotificationId id);

    /// <summary>Lists the notifications that are still waited for.</summary>
    public abstract IEnumerable<NotificationId> Leaves();

    /// <summary>Adds the node to the description of its parent.</summary>
    public abstract void Describe(AwaitedFutureBuilder parent, NotificationLog notifications);
}
