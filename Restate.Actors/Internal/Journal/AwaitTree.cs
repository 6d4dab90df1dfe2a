using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Journal;

/// <summary>An await point with known combinators. Protocol 7 tells the server the whole tree, so that it resumes only when the tree is decided.</summary>
internal sealed class AwaitTree(AwaitNode root) : IAwaitPoint
{
    private NotificationLog? _notifications;

    public bool IsDecided(NotificationLog notifications)
    {
        _notifications = notifications;
        var tookDecision = false;
        return root.Evaluate(notifications, ref tookDecision) != AwaitState.Pending || tookDecision;
    }

    public bool Awaits(NotificationId id) => root.Awaits(id);

    public IEnumerable<NotificationId> Leaves() => root.Leaves();

    public void Describe(AwaitedFutureBuilder future) => root.Describe(future, _notifications!);
}
