namespace Restate.Actors.Internal.Protocol;

/// <summary>What a notification answers.</summary>
internal enum NotificationIdKind
{
    /// <summary>A command, by its completion id.</summary>
    Completion,

    /// <summary>A signal with an index: cancellation and awakeables.</summary>
    Signal,

    /// <summary>A signal with a name.</summary>
    NamedSignal,
}
