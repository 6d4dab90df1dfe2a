namespace Restate.Actors.Dashboard.Internal.Views;

/// <summary>A key for which calls wait, or whose holder failed.</summary>
internal sealed record KeyView
{
    public required string Service { get; init; }

    public required string Key { get; init; }

    /// <summary>Gets the invocation that holds it.</summary>
    public required string Holder { get; init; }

    /// <summary>Gets the handler that the holder runs.</summary>
    public required string Handler { get; init; }

    /// <summary>Gets the status of the holder.</summary>
    public required string Status { get; init; }

    /// <summary>Gets since when it holds the key.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>Gets how many invocations wait for the key.</summary>
    public long Waiting { get; init; }

    /// <summary>Gets since when the first of them waits.</summary>
    public DateTimeOffset? OldestAt { get; init; }

    public long? RetryCount { get; init; }

    public DateTimeOffset? NextRetryAt { get; init; }

    /// <summary>Gets the first line of the holder's last failure.</summary>
    public string? Failure { get; init; }

    /// <summary>Gets for what the holder waits. Empty if it runs code, or waits on an open stream for a signal.</summary>
    public IReadOnlyList<WaitView> WaitsFor { get; init; } = [];
}
