namespace Restate.Actors.Chaos.Driver.Load;

/// <summary>A handler that the client cancels while it waits; two marks in the counter, one from before and one of its clean-up.</summary>
internal sealed record CancelOperation(string Id, string Counter) : Operation(Id)
{
    /// <summary>What the client notes when the invocation has ended as cancelled.</summary>
    public const string Cancelled = "cancelled";
}
