using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Journal;

/// <summary>What the handler waits for while none of its code can run.</summary>
internal interface IAwaitPoint
{
    /// <summary>Tells whether handler code can go on with what has been released so far.</summary>
    bool IsDecided(NotificationLog notifications);

    /// <summary>Tells whether a notification is among those that are still waited for.</summary>
    bool Awaits(NotificationId id);

    /// <summary>Lists the notifications that are still waited for.</summary>
    IEnumerable<NotificationId> Leaves();

    /// <summary>Describes what is still waited for, without the cancel signal.</summary>
    void Describe(AwaitedFutureBuilder future);
}
