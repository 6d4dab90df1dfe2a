using System.Runtime.CompilerServices;
using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Journal;

/// <summary>A notification whose result is decoded when somebody takes it.</summary>
internal readonly struct PendingNotification
{
    private readonly MessageType _type;
    private readonly ReadOnlyMemory<byte> _payload;
    private readonly StrongBox<NotificationResult>? _known;

    public PendingNotification(MessageType type, ReadOnlyMemory<byte> payload)
    {
        _type = type;
        _payload = payload;
        Id = Notification.ReadId(payload);
    }

    /// <summary>Creates a notification whose result is known here, because this attempt proposed it.</summary>
    public PendingNotification(NotificationId id, NotificationResult result)
    {
        Id = id;
        _known = new StrongBox<NotificationResult>(result);
    }

    public NotificationId Id { get; }

    public NotificationResult Read() => _known is null ? Notification.Read(_type, _payload).Result : _known.Value;
}
