using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Journal;

/// <summary>The wait for one notification.</summary>
internal sealed class LeafNode(NotificationId id) : AwaitNode
{
    private AwaitState _state;

    public override AwaitState Evaluate(NotificationLog notifications, ref bool tookDecision)
    {
        if (_state == AwaitState.Pending && notifications.TryPeek(id, out var result))
        {
            _state = result.Kind == NotificationResultKind.Failure ? AwaitState.Failed : AwaitState.Succeeded;
        }

        return _state;
    }

    public override bool Awaits(NotificationId other) => _state == AwaitState.Pending && id == other;

    public override IEnumerable<NotificationId> Leaves() => _state == AwaitState.Pending ? [id] : [];

    public override void Describe(AwaitedFutureBuilder parent, NotificationLog notifications) => parent.Add(id);
}
