using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Journal;

/// <summary>A combination of waits with the meaning that the protocol gives it.</summary>
/// <param name="kind">How the children are combined.</param>
/// <param name="children">The children in the order of the handler's code.</param>
internal sealed class CombinatorNode(CombinatorType kind, params IReadOnlyList<AwaitNode> children) : AwaitNode
{
    private AwaitState _state;

    public override AwaitState Evaluate(NotificationLog notifications, ref bool tookDecision)
    {
        if (_state != AwaitState.Pending)
        {
            return _state;
        }

        var succeeded = 0;
        var failed = 0;
        foreach (var child in children)
        {
            switch (child.Evaluate(notifications, ref tookDecision))
            {
                case AwaitState.Succeeded:
                    succeeded++;
                    break;
                case AwaitState.Failed:
                    failed++;
                    break;
                case AwaitState.Pending:
                default:
                    break;
            }
        }

        _state = Combine(succeeded, failed);
        // The decision of a node inside a larger wait is the handler's to see at once: it may run code on it.
        tookDecision |= _state != AwaitState.Pending;
        return _state;
    }

    public override bool Awaits(NotificationId id) => _state == AwaitState.Pending && children.Any(child => child.Awaits(id));

    public override IEnumerable<NotificationId> Leaves() => _state == AwaitState.Pending ? children.SelectMany(child => child.Leaves()) : [];

    public override void Describe(AwaitedFutureBuilder parent, NotificationLog notifications)
    {
        var future = new AwaitedFutureBuilder(kind);
        foreach (var child in children)
        {
            // What is decided is left out: the server shall not count it again.
            var ignored = false;
            if (child.Evaluate(notifications, ref ignored) == AwaitState.Pending)
            {
                child.Describe(future, notifications);
            }
        }

        var described = future.Build();
        if (described.HasLeaves)
        {
            parent.Add(described);
        }
    }

    private AwaitState Combine(int succeeded, int failed)
    {
        var decided = succeeded + failed;
        var all = decided == children.Count;
        return kind switch
        {
            CombinatorType.AllCompleted => all ? AwaitState.Succeeded : AwaitState.Pending,
            CombinatorType.AllSucceededOrFirstFailed when failed > 0 => AwaitState.Failed,
            CombinatorType.AllSucceededOrFirstFailed => all ? AwaitState.Succeeded : AwaitState.Pending,
            CombinatorType.FirstSucceededOrAllFailed when succeeded > 0 => AwaitState.Succeeded,
            CombinatorType.FirstSucceededOrAllFailed => all ? AwaitState.Failed : AwaitState.Pending,
            _ when succeeded > 0 => AwaitState.Succeeded,
            _ => failed > 0 ? AwaitState.Failed : AwaitState.Pending,
        };
    }
}
