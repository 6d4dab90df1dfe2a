namespace Restate.Actors;

/// <summary>Sets how Restate treats a service, on an actor class, or one handler, on a method of the class. The value of a handler goes before that of its service.</summary>
/// <remarks>
/// What is not set is left to the host and then to the server. The options of the host (<see cref="RestateActorsBuilder.Configure{TActor}"/>, configuration) go before the attribute.
/// Durations are constant texts such as <c>"00:05:00"</c> or <c>"7.00:00:00"</c> (days first); they and all other values are checked when the host starts.
/// A derived class without the attribute has that of its base class.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ActorOptionsAttribute : Attribute
{
    /// <inheritdoc cref="ActorOptions.InactivityTimeout"/>
    public string? InactivityTimeout { get; set; }

    /// <inheritdoc cref="ActorOptions.AbortTimeout"/>
    public string? AbortTimeout { get; set; }

    /// <inheritdoc cref="ActorOptions.JournalRetention"/>
    public string? JournalRetention { get; set; }

    /// <inheritdoc cref="ActorOptions.IdempotencyRetention"/>
    public string? IdempotencyRetention { get; set; }

    /// <inheritdoc cref="ActorOptions.WorkflowCompletionRetention"/>
    public string? WorkflowCompletionRetention { get; set; }

    /// <inheritdoc cref="ActorOptions.LazyState"/>
    public bool LazyState { get; set; }

    /// <inheritdoc cref="ActorOptions.IngressPrivate"/>
    public bool IngressPrivate { get; set; }

    /// <inheritdoc cref="ActorOptions.RetryInitialInterval"/>
    public string? RetryInitialInterval { get; set; }

    /// <inheritdoc cref="ActorOptions.RetryFactor"/>
    public double RetryFactor { get; set; }

    /// <inheritdoc cref="ActorOptions.RetryMaxInterval"/>
    public string? RetryMaxInterval { get; set; }

    /// <inheritdoc cref="ActorOptions.RetryMaxAttempts"/>
    public int RetryMaxAttempts { get; set; }

    /// <inheritdoc cref="ActorOptions.OnMaxAttempts"/>
    public OnMaxAttempts OnMaxAttempts { get; set; }

    /// <inheritdoc cref="ActorOptions.Documentation"/>
    public string? Documentation { get; set; }
}
