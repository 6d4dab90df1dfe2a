namespace Restate.Actors.Testing.Internal.Server;

/// <summary>What the start message of an attempt says.</summary>
internal sealed record AttemptStart
{
    public required string Id { get; init; }

    public required ReadOnlyMemory<byte> RawId { get; init; }

    public required ulong RandomSeed { get; init; }

    public required string Key { get; init; }

    public required int KnownEntries { get; init; }

    public IReadOnlyList<KeyValuePair<string, ReadOnlyMemory<byte>>> State { get; init; } = [];

    public bool IsPartial { get; init; }

    public int RetryCount { get; init; }

    public TimeSpan RetryDuration { get; init; }
}
