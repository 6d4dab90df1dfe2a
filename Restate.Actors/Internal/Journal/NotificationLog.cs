using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Journal;

/// <summary>The notifications in the order in which the journal stores them, released one at a time.</summary>
/// <remarks>That order is part of the journal and decides races; their place among the commands means nothing.</remarks>
internal sealed class NotificationLog
{
    private SegmentedQueue<PendingNotification>? _waiting;
    private CompletionIds? _runResults;

    // Most are taken as soon as they are released; only those that nobody wants yet need a place to be found again.
    private PendingNotification _last;
    private bool _holdsLast;
    private Dictionary<NotificationId, PendingNotification>? _older;

    public bool HasWaiting => _waiting is { Count: > 0 };

    /// <summary>Gets the notification that was released last.</summary>
    public NotificationId LastReleased => _last.Id;

    public void Add(MessageType type, ReadOnlyMemory<byte> payload)
    {
        var notification = new PendingNotification(type, payload);
        if (type == MessageType.RunCompletion)
        {
            (_runResults ??= new CompletionIds()).Add(notification.Id.Number);
        }

        Enqueue(notification);
    }

    /// <summary>Adds the result of a run that the server has acknowledged.</summary>
    public void AddRunResult(uint completionId, CommandResult result)
    {
        var known = result.Failure is { } failure ? NotificationResult.Failed(failure) : NotificationResult.Success(result.Value);
        Enqueue(new PendingNotification(NotificationId.Completion(completionId), known));
    }

    /// <summary>Makes the next notification available.</summary>
    /// <remarks>One that has the id of an earlier one which nobody took replaces it.</remarks>
    public void ReleaseNext()
    {
        if (_holdsLast)
        {
            (_older ??= [])[_last.Id] = _last;
        }

        _last = _waiting!.Dequeue();
        _holdsLast = true;
        _older?.Remove(_last.Id);
    }

    public bool IsReleased(NotificationId id) => IsLast(id) || _older?.ContainsKey(id) == true;

    /// <summary>Tells whether a run's result was received, released or not.</summary>
    public bool HasRunResult(uint completionId) => _runResults?.Contains(completionId) == true;

    /// <summary>Looks at a released result without taking it.</summary>
    public bool TryPeek(NotificationId id, out NotificationResult result)
    {
        if (IsLast(id))
        {
            result = _last.Read();
            return true;
        }

        result = default;
        if (_older is null || !_older.TryGetValue(id, out var notification))
        {
            return false;
        }

        result = notification.Read();
        return true;
    }

    public bool TryTake(NotificationId id, out NotificationResult result)
    {
        if (IsLast(id))
        {
            _holdsLast = false;
            result = _last.Read();
            return true;
        }

        result = default;
        if (_older is null || !_older.Remove(id, out var notification))
        {
            return false;
        }

        result = notification.Read();
        return true;
    }

    private bool IsLast(NotificationId id) => _holdsLast && _last.Id == id;

    private void Enqueue(in PendingNotification notification) => (_waiting ??= new SegmentedQueue<PendingNotification>()).Enqueue(notification);
}
