using System.Text.Json.Serialization;

namespace Restate.Actors.Admin;

/// <summary>An invocation as the server sees it at one moment.</summary>
public sealed record InvocationInfo
{
    /// <summary>Gets its id, <c>inv_...</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets what it calls: <c>service/handler</c> or <c>service/key/handler</c>.</summary>
    public required string Target { get; init; }

    /// <summary>Gets the name of the service.</summary>
    [JsonPropertyName("target_service_name")]
    public required string Service { get; init; }

    /// <summary>Gets the kind of the service.</summary>
    [JsonPropertyName("target_service_ty")]
    public ServiceKind Kind { get; init; }

    /// <summary>Gets the key of the virtual object, or the id of the workflow.</summary>
    /// <value><see langword="null"/> for a basic service.</value>
    [JsonPropertyName("target_service_key")]
    public string? Key { get; init; }

    /// <summary>Gets the name of the handler.</summary>
    [JsonPropertyName("target_handler_name")]
    public required string Handler { get; init; }

    /// <summary>Gets its state.</summary>
    public InvocationStatus Status { get; init; }

    /// <summary>Gets the scope in which it runs.</summary>
    public string? Scope { get; init; }

    /// <summary>Gets the key by which concurrency rules limit it within its scope.</summary>
    public string? LimitKey { get; init; }

    /// <summary>Gets its idempotency key. The server gives one to calls from outside that have none.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Gets who started it.</summary>
    public InvocationSource InvokedBy { get; init; }

    /// <summary>Gets the invocation that started it, if a handler did.</summary>
    public string? InvokedById { get; init; }

    /// <summary>Gets what that invocation calls.</summary>
    public string? InvokedByTarget { get; init; }

    /// <summary>Gets the finished invocation that it repeats.</summary>
    public string? RestartedFrom { get; init; }

    /// <summary>Gets the deployment to which its journal is bound.</summary>
    /// <value><see langword="null"/> before its first attempt.</value>
    [JsonPropertyName("pinned_deployment_id")]
    public string? DeploymentId { get; init; }

    /// <summary>Gets the version of the service protocol to which its journal is bound.</summary>
    [JsonPropertyName("pinned_service_protocol_version")]
    public int? ProtocolVersion { get; init; }

    /// <summary>Gets how many entries its journal has.</summary>
    /// <value><see langword="null"/> before its first attempt.</value>
    public long? JournalSize { get; init; }

    /// <summary>Gets the trace to which it belongs.</summary>
    public string? TraceId { get; init; }

    /// <summary>Gets how many attempts there were since the last progress.</summary>
    /// <value><see langword="null"/> unless it is in flight.</value>
    public long? RetryCount { get; init; }

    /// <summary>Gets when the next attempt begins.</summary>
    public DateTimeOffset? NextRetryAt { get; init; }

    /// <summary>Gets the failure of the last attempt, while the invocation is in flight.</summary>
    public string? LastFailure { get; init; }

    /// <summary>Gets the server's code for it, such as <c>RT0007</c>.</summary>
    public string? LastFailureErrorCode { get; init; }

    /// <summary>Gets the name of the command at which the last attempt failed.</summary>
    public string? LastFailureRelatedCommandName { get; init; }

    /// <summary>Gets how it finished.</summary>
    [JsonPropertyName("completion_result")]
    public InvocationResult Result { get; init; }

    /// <summary>Gets the failure with which it finished: its code in brackets and the message.</summary>
    public string? CompletionFailure { get; init; }

    /// <summary>Gets when it was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when it last changed its state.</summary>
    public DateTimeOffset ModifiedAt { get; init; }

    /// <summary>Gets when it is due.</summary>
    /// <value><see langword="null"/> unless it was sent with a delay.</value>
    public DateTimeOffset? ScheduledStartAt { get; init; }

    /// <summary>Gets when it first ran.</summary>
    public DateTimeOffset? RunningAt { get; init; }

    /// <summary>Gets when it finished.</summary>
    public DateTimeOffset? CompletedAt { get; init; }
}
