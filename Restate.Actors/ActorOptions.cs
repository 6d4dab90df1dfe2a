namespace Restate.Actors;

/// <summary>How Restate treats a service or a handler. What is <see langword="null"/> is left to the next level: handler, service, host, server.</summary>
/// <remarks>The server learns the options by discovery: after a change register the deployment again. Durations are sent in whole milliseconds.</remarks>
public class ActorOptions
{
    private protected ActorOptions()
    {
    }

    /// <summary>Gets or sets after how long without a message the server ends the stream, so that a waiting handler suspends.</summary>
    /// <value>The server's default is 1 minute. Zero suspends at every wait.</value>
    public TimeSpan? InactivityTimeout { get; set; }

    /// <summary>Gets or sets how long after that the server waits for the handler before it aborts the attempt. A retry follows.</summary>
    /// <value>The server's default is 10 minutes. It must be longer than the longest durable step.</value>
    public TimeSpan? AbortTimeout { get; set; }

    /// <summary>Gets or sets how long the journal of a completed invocation is kept.</summary>
    /// <value>The server's default is 1 day. Zero keeps none.</value>
    public TimeSpan? JournalRetention { get; set; }

    /// <summary>Gets or sets how long the result of an invocation with an idempotency key is kept.</summary>
    /// <value>The server's default is 1 day. Not for the run of a workflow, whose id is its key.</value>
    public TimeSpan? IdempotencyRetention { get; set; }

    /// <summary>Gets or sets how long the result, state and promises of a completed workflow are kept.</summary>
    /// <value>The server's default is 1 day. For workflows only; set for the service it means the run.</value>
    public TimeSpan? WorkflowCompletionRetention { get; set; }

    /// <summary>Gets or sets whether state is read from the server when it is needed, instead of being sent with the invocation. For large state.</summary>
    public bool? LazyState { get; set; }

    /// <summary>Gets or sets whether only handlers may call it. The ingress then answers 400.</summary>
    public bool? IngressPrivate { get; set; }

    /// <summary>Gets or sets how long the server waits before the first retry of a failed attempt.</summary>
    /// <value>The server's default is 500 ms. At least 1 ms.</value>
    public TimeSpan? RetryInitialInterval { get; set; }

    /// <summary>Gets or sets by which factor each wait is longer than the one before.</summary>
    /// <value>The server's default is 2. At least 1.</value>
    public double? RetryFactor { get; set; }

    /// <summary>Gets or sets the longest wait between two attempts.</summary>
    /// <value>The server's default is 1 minute.</value>
    public TimeSpan? RetryMaxInterval { get; set; }

    /// <summary>Gets or sets after how many attempts, the first included, <see cref="OnMaxAttempts"/> decides.</summary>
    /// <value>The server's default is 70. At least 1.</value>
    public int? RetryMaxAttempts { get; set; }

    /// <summary>Gets or sets what happens after the last attempt.</summary>
    /// <value>The server's default is <see cref="OnMaxAttempts.Pause"/>.</value>
    public OnMaxAttempts? OnMaxAttempts { get; set; }

    /// <summary>Gets or sets a description in Markdown, which the server's UI and the OpenAPI text show.</summary>
    public string? Documentation { get; set; }

    /// <summary>Gets the pairs that the admin API and the server's UI show.</summary>
    public IDictionary<string, string> Metadata { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
