using Restate.Actors.Testing.Internal.Wire;

namespace Restate.Actors.Testing.Internal.Server;

/// <summary>One attempt of an invocation, as the server sees it.</summary>
internal sealed class ServerAttempt(ServerInvocation invocation)
{
    public ServerInvocation Invocation => invocation;

    public required MemoryConnection Connection { get; set; }

    /// <summary>Gets or sets the task that completes when the endpoint has ended the attempt.</summary>
    public Task Ended { get; set; } = Task.CompletedTask;
}
