namespace Restate.Actors.Dashboard.Internal.Server;

internal sealed record CountRow
{
    public required string Service { get; init; }

    public required string Handler { get; init; }

    public required string Status { get; init; }

    public long Count { get; init; }
}
