using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Journal;

/// <summary>The calls that this attempt has made; a cancellation is passed on to them.</summary>
internal sealed class ChildCalls
{
    private readonly List<Child> _calls = [];
    private int _known;

    public void Add(NotificationId invocationId) => _calls.Add(new Child(invocationId, Id: null));

    /// <summary>Finds the first call whose invocation id is not known yet.</summary>
    public bool TryGetUnknown(out NotificationId invocationId)
    {
        invocationId = default;
        if (_known >= _calls.Count)
        {
            return false;
        }

        invocationId = _calls[_known].Notification;
        return true;
    }

    /// <summary>Fills in the id of the call that <see cref="TryGetUnknown"/> found.</summary>
    public void SetKnown(string invocationId)
    {
        _calls[_known] = _calls[_known] with { Id = invocationId };
        _known++;
    }

    /// <summary>Forgets all calls.</summary>
    /// <returns>Their invocation ids in the order of the calls.</returns>
    public IReadOnlyList<string> TakeAll()
    {
        string[] ids = [.. _calls.Select(call => call.Id!)];
        _calls.Clear();
        _known = 0;
        return ids;
    }

    private readonly record struct Child(NotificationId Notification, string? Id);
}
