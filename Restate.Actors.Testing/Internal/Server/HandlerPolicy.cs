namespace Restate.Actors.Testing.Internal.Server;

/// <summary>The options of a handler: its own, else those of its service, else the server's defaults.</summary>
internal sealed record HandlerPolicy
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public TimeSpan RetryInitialInterval { get; init; } = TimeSpan.FromMilliseconds(500);

    public double RetryFactor { get; init; } = 2;

    public TimeSpan RetryMaxInterval { get; init; } = TimeSpan.FromMinutes(1);

    public int RetryMaxAttempts { get; init; } = 70;

    public OnMaxAttempts OnMaxAttempts { get; init; } = OnMaxAttempts.Pause;

    public bool IsLazyState { get; init; }

    public bool IsPrivate { get; init; }

    /// <summary>Gets how long an attempt may wait with an open stream before it is suspended.</summary>
    public TimeSpan InactivityTimeout { get; init; } = TimeSpan.FromMinutes(1);

    public TimeSpan IdempotencyRetention { get; init; } = Day;

    public TimeSpan WorkflowRetention { get; init; } = Day;

    public TimeSpan JournalRetention { get; init; } = Day;

    public static HandlerPolicy Of(ActorOptions? handler, ActorOptions service)
    {
        return new HandlerPolicy
        {
            RetryInitialInterval = handler?.RetryInitialInterval ?? service.RetryInitialInterval ?? new HandlerPolicy().RetryInitialInterval,
            RetryFactor = handler?.RetryFactor ?? service.RetryFactor ?? 2,
            RetryMaxInterval = handler?.RetryMaxInterval ?? service.RetryMaxInterval ?? new HandlerPolicy().RetryMaxInterval,
            RetryMaxAttempts = handler?.RetryMaxAttempts ?? service.RetryMaxAttempts ?? 70,
            OnMaxAttempts = handler?.OnMaxAttempts ?? service.OnMaxAttempts ?? OnMaxAttempts.Pause,
            IsLazyState = handler?.LazyState ?? service.LazyState ?? false,
            IsPrivate = handler?.IngressPrivate ?? service.IngressPrivate ?? false,
            InactivityTimeout = handler?.InactivityTimeout ?? service.InactivityTimeout ?? TimeSpan.FromMinutes(1),
            IdempotencyRetention = handler?.IdempotencyRetention ?? service.IdempotencyRetention ?? Day,
            WorkflowRetention = handler?.WorkflowCompletionRetention ?? service.WorkflowCompletionRetention ?? Day,
            JournalRetention = handler?.JournalRetention ?? service.JournalRetention ?? Day,
        };
    }

    /// <summary>Gets the wait before a retry.</summary>
    /// <param name="waits">How many there were before.</param>
    public TimeSpan RetryWait(int waits)
    {
        var wait = RetryInitialInterval.Ticks * Math.Pow(RetryFactor, waits);
        return wait < RetryMaxInterval.Ticks ? TimeSpan.FromTicks((long)wait) : RetryMaxInterval;
    }
}
