namespace Restate.Actors.Dashboard.Internal.Views;

/// <summary>An invocation. As it is read from the server's tables, and as the page gets it.</summary>
internal record InvocationView
{
    public required string Id { get; init; }

    public required string Target { get; init; }

    public required string Service { get; init; }

    public string? Key { get; init; }

    public required string Handler { get; init; }

    public required string Status { get; init; }

    /// <summary>Gets <c>success</c> or <c>failure</c> of one that has finished.</summary>
    public string? Result { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ModifiedAt { get; init; }

    public DateTimeOffset? ScheduledStartAt { get; init; }

    public DateTimeOffset? RunningAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public long? RetryCount { get; init; }

    public DateTimeOffset? NextRetryAt { get; init; }

    /// <summary>Gets the first line of the failure with which it finished, or of its last attempt.</summary>
    public string? Failure { get; init; }

    public string? InvokedBy { get; init; }

    public string? InvokedById { get; init; }

    public string? InvokedByTarget { get; init; }
}
