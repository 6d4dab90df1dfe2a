namespace Restate.Actors.Testing.Internal.Server;

/// <summary>The exclusive lock of each key, with those that wait for it in order.</summary>
internal sealed class KeyLocks
{
    private readonly Dictionary<ActorKey, LinkedList<ServerInvocation>> _queues = [];

    /// <summary>Takes the lock or queues up for it.</summary>
    /// <returns>Whether the lock was free.</returns>
    public bool Enter(ServerInvocation invocation)
    {
        if (!_queues.TryGetValue(invocation.Target, out var queue))
        {
            queue = [];
            _queues.Add(invocation.Target, queue);
        }

        queue.AddLast(invocation);
        return queue.Count == 1;
    }

    /// <summary>Gives the lock, or the place in the queue, up.</summary>
    /// <returns>Who has the lock now, if it has changed hands.</returns>
    public ServerInvocation? Leave(ServerInvocation invocation)
    {
        if (!_queues.TryGetValue(invocation.Target, out var queue))
        {
            return null;
        }

        var wasHolder = queue.First?.Value == invocation;
        queue.Remove(invocation);
        if (queue.Count == 0)
        {
            _queues.Remove(invocation.Target);
        }

        return wasHolder ? queue.First?.Value : null;
    }

    public ServerInvocation? HolderOf(ActorKey key) => _queues.TryGetValue(key, out var queue) ? queue.First!.Value : null;
}
