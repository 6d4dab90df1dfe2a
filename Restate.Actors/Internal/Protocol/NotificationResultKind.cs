namespace Restate.Actors.Internal.Protocol;

/// <summary>What a notification carries.</summary>
internal enum NotificationResultKind
{
    /// <summary>Success without a value; other than a value of zero bytes.</summary>
    Void,
    Value,
    Failure,
    InvocationId,
    StateKeys,
}
