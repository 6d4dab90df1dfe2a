namespace Restate.Actors.Dashboard.Internal.Server;

internal sealed record JournalRow
{
    public required string Id { get; init; }

    public long Index { get; init; }

    /// <summary>Gets the entry without payloads.</summary>
    public string? Entry { get; init; }

    public DateTimeOffset? AppendedAt { get; init; }
}
