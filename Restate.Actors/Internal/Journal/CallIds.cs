using Restate.Actors.Internal.Protocol;

namespace Restate.Actors.Internal.Journal;

/// <summary>The two completions of a call.</summary>
internal readonly record struct CallIds(NotificationId InvocationId, NotificationId Result);
