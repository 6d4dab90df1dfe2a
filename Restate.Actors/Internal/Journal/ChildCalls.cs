using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Journal;

/// <summary>The calls that this attempt has made; a cancellation is passed on to them.</summary>
internal sealed class ChildCalls
{
    // In the order of the calls, which is that of their completion ids.
    private readonly List<Child> _calls = [];
    private int _firstUnknown;

    public void Add(NotificationId invocationId) => _calls.Add(new Child(invocationId.Number, Id: null));

    /// <summary>Finds the first call whose invocation id is not known yet.</summary>
    public bool TryGetUnknown(out NotificationId invocationId)
    {
        while (_firstUnknown < _calls.Count && _calls[_firstUnknown].Id is not null)
        {
            _firstUnknown++;
        }

        var isAny = _firstUnknown < _calls.Count;
        invocationId = isAny ? NotificationId.Completion(_calls[_firstUnknown].CompletionId) : default;
        return isAny;
    }

    /// <summary>Fills in the id of a call. That of anything else, as a one-way call, is ignored.</summary>
    public void Learn(NotificationId notification, string invocationId)
    {
        var child = new Child(notification.Number, invocationId);
        var index = _calls.BinarySearch(child, Child.ByCompletion);
        if (index >= 0)
        {
            _calls[index] = child;
        }
    }

    /// <summary>Forgets all calls.</summary>
    /// <returns>Their invocation ids in the order of the calls.</returns>
    public IReadOnlyList<string> TakeAll()
    {
        string[] ids = [.. _calls.Select(call => call.Id!)];
        _calls.Clear();
        _firstUnknown = 0;
        return ids;
    }

    private readonly record struct Child(uint CompletionId, string? Id)
    {
        public static Comparer<Child> ByCompletion { get; } = Comparer<Child>.Create((left, right) => left.CompletionId.CompareTo(right.CompletionId));
    }
}
