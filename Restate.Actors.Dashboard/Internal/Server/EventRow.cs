namespace Restate.Actors.Dashboard.Internal.Server;

internal sealed record EventRow
{
    public required string EventType { get; init; }

    public DateTimeOffset AppendedAt { get; init; }

    public long? AfterIndex { get; init; }

    public string? EventJson { get; init; }
}
