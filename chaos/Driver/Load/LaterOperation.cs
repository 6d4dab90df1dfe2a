namespace Restate.Actors.Chaos.Driver.Load;

/// <summary>A delayed send by the client; one mark, the id, in the counter.</summary>
internal sealed record LaterOperation(string Id, string Counter, int DelayMilliseconds) : Operation(Id);
