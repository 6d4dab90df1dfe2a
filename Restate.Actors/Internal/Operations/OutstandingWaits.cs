using Restate.Actors.Internal.Journal;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Operations;

/// <summary>All waits of a handler, in the order of their creation.</summary>
/// <remarks>
/// A task does not tell who awaits it, so the handler counts as waiting for all of them: it resumes when any is there. That is
/// correct with every combinator of tasks, at the price of a resumption that may find nothing to do.
/// </remarks>
internal sealed class OutstandingWaits : IAwaitPoint
{
    // Up to here a look at all is faster than an index of them.
    private const int LargestUnindexed = 4;

    private readonly LinkedList<IDurableWait> _waits = new();
    private LinkedListNode<IDurableWait>? _spare;
    private Dictionary<NotificationId, LinkedListNode<IDurableWait>>? _firstById;
    private Queue<IDurableWait>? _early;
    private IDurableWait? _decided;

    public bool IsEmpty => _waits.Count == 0;

    public int Count => _waits.Count;

    /// <summary>Adds a wait.</summary>
    /// <param name="wait">The wait.</param>
    /// <param name="isReleased">Whether its notification came before the handler asked for it.</param>
    public void Add(IDurableWait wait, bool isReleased)
    {
        var node = _spare ?? new LinkedListNode<IDurableWait>(wait);
        node.Value = wait;
        _spare = null;
        _waits.AddLast(node);
        _firstById?.TryAdd(wait.Id, node);
        if (isReleased)
        {
            (_early ??= new Queue<IDurableWait>()).Enqueue(wait);
        }
    }

    /// <summary>Forgets a wait whose result no longer matters.</summary>
    public void Remove(IDurableWait wait)
    {
        if (FindFirst(wait.Id) is { } node)
        {
            Remove(node.Value == wait ? node : _waits.Find(wait));
        }
    }

    public bool IsDecided(NotificationLog notifications)
    {
        if (_decided is not null)
        {
            return true;
        }

        while (_early is not null && _early.TryDequeue(out var wait))
        {
            if (IsOutstanding(wait) && notifications.IsReleased(wait.Id))
            {
                _decided = wait;
                return true;
            }
        }

        if (notifications.IsReleased(notifications.LastReleased))
        {
            _decided = FindFirst(notifications.LastReleased)?.Value;
        }

        return _decided is not null;
    }

    /// <summary>Takes the wait whose notification was released.</summary>
    public IDurableWait TakeDecided()
    {
        var wait = _decided!;
        _decided = null;
        Remove(wait);
        return wait;
    }

    /// <summary>Takes all waits that end when the invocation is cancelled.</summary>
    /// <param name="isReleased">Tells of what was released while the journal looked for the ids of children; the waits that stay are owed it.</param>
    public IReadOnlyList<IDurableWait> TakeCancelled(Predicate<NotificationId> isReleased)
    {
        IDurableWait[] cancelled = [.. _waits.Where(wait => wait.EndsWithCancellation)];
        foreach (var wait in cancelled)
        {
            Remove(wait);
        }

        _decided = null;
        foreach (var wait in _waits.Where(wait => isReleased(wait.Id)))
        {
            (_early ??= new Queue<IDurableWait>()).Enqueue(wait);
        }

        return cancelled;
    }

    public bool Awaits(NotificationId id) => FindFirst(id) is not null;

    public IEnumerable<NotificationId> Leaves() => _waits.Select(wait => wait.Id);

    public void Describe(AwaitedFutureBuilder future)
    {
        foreach (var wait in _waits.DistinctBy(wait => wait.Id))
        {
            future.Add(wait.Id);
        }
    }

    private void Remove(LinkedListNode<IDurableWait>? node)
    {
        if (node is null)
        {
            return;
        }

        var id = node.Value.Id;
        var next = node.Next;
        var isFirst = _firstById is not null && _firstById[id] == node;
        _waits.Remove(node);
        _spare = node;
        node.Value = null!;
        if (!isFirst)
        {
            return;
        }

        _firstById!.Remove(id);
        for (; id.Kind == NotificationIdKind.NamedSignal && next is not null; next = next.Next)
        {
            if (next.Value.Id == id)
            {
                _firstById.Add(id, next);
                return;
            }
        }
    }

    // Of several waits for one signal name the first is served first.
    private LinkedListNode<IDurableWait>? FindFirst(NotificationId id)
    {
        if (_firstById is not null)
        {
            return _firstById.GetValueOrDefault(id);
        }

        if (_waits.Count > LargestUnindexed)
        {
            _firstById = [];
            for (var node = _waits.First; node is not null; node = node.Next)
            {
                _firstById.TryAdd(node.Value.Id, node);
            }

            return _firstById.GetValueOrDefault(id);
        }

        for (var node = _waits.First; node is not null; node = node.Next)
        {
            if (node.Value.Id == id)
            {
                return node;
            }
        }

        return null;
    }

    private bool IsOutstanding(IDurableWait wait)
    {
        return FindFirst(wait.Id) is { } first && (first.Value == wait || _waits.Contains(wait));
    }
}
