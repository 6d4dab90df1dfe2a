using Restate.Actors.Testing.Internal.Time;
using Restate.Actors.Testing.Internal.Wire;

namespace Restate.Actors.Testing.Internal.Server;

/// <summary>One attempt of an invocation, as the server sees it.</summary>
internal sealed class ServerAttempt(ServerInvocation invocation)
{
    public ServerInvocation Invocation => invocation;

    public required MemoryConnection Connection { get; init; }

    /// <summary>Gets what holds the clock while the attempt runs.</summary>
    public required ClockHold Hold { get; init; }
}
