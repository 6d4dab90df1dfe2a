namespace Restate.Actors.Dashboard.Internal.Server;

internal sealed record KeyRow
{
    public required string Service { get; init; }

    public required string Key { get; init; }

    public required string Holder { get; init; }

    public required string Handler { get; init; }

    public required string Status { get; init; }

    public DateTimeOffset Since { get; init; }

    public long Waiting { get; init; }

    public DateTimeOffset? OldestAt { get; init; }

    public long? RetryCount { get; init; }

    public DateTimeOffset? NextRetryAt { get; init; }

    public string? Failure { get; init; }

    public long? JournalSize { get; init; }

    public string? WaitingFor { get; init; }
}
