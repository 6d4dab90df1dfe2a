using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Journal;

/// <summary>The notifications in the order in which the journal stores them, released one at a time.</summary>
/// <remarks>That order is part of the journal and decides races; their place among the commands means nothing.</remarks>
internal sealed class NotificationLog
{
    private readonly Queue<PendingNotification> _waiting = new();
    private readonly Dictionary<NotificationId, PendingNotification> _released = [];
    private readonly HashSet<uint> _runResults = [];

    public bool HasWaiting => _waiting.Count > 0;

    /// <summary>Gets the notification that was released last.</summary>
    public NotificationId LastReleased { get; private set; }

    public void Add(MessageType type, ReadOnlyMemory<byte> payload)
    {
        var notification = new PendingNotification(type, payload);
        if (type == MessageType.RunCompletion)
        {
            _runResults.Add(notification.Id.Number);
        }

        _waiting.Enqueue(notification);
    }

    /// <summary>Adds the result of a run that the server has acknowledged.</summary>
    public void AddRunResult(uint completionId, CommandResult result)
    {
        var known = result.Failure is { } failure ? NotificationResult.Failed(failure) : NotificationResult.Success(result.Value);
        _waiting.Enqueue(new PendingNotification(NotificationId.Completion(completionId), known));
    }

    /// <summary>Makes the next notification available.</summary>
    /// <remarks>One that has the id of an earlier one which nobody took replaces it.</remarks>
    public void ReleaseNext()
    {
        var notification = _waiting.Dequeue();
        _released[notification.Id] = notification;
        LastReleased = notification.Id;
    }

    public bool IsReleased(NotificationId id) => _released.ContainsKey(id);

    /// <summary>Tells whether a run's result was received, released or not.</summary>
    public bool HasRunResult(uint completionId) => _runResults.Contains(completionId);

    /// <summary>Looks at a released result without taking it.</summary>
    public bool TryPeek(NotificationId id, out NotificationResult result)
    {
        var found = _released.TryGetValue(id, out var notification);
        result = found ? notification.Read() : default;
        return found;
    }

    public bool TryTake(NotificationId id, out NotificationResult result)
    {
        var found = _released.Remove(id, out var notification);
        result = found ? notification.Read() : default;
        return found;
    }
}
