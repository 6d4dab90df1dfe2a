namespace Restate.Actors.Testing.Internal.Server;

/// <summary>A one-way call that a handler has made.</summary>
internal sealed record SendEntry(ServerInvocation Sender, ServerInvocation Target, TimeSpan Delay);
