using System.Collections.Frozen;
using System.Text.Json.Serialization;

namespace Restate.Actors.Admin;

/// <summary>A service as the server knows it. Settings are effective: defaults are filled in.</summary>
public sealed record ServiceInfo
{
    /// <summary>Gets its name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets its kind.</summary>
    [JsonPropertyName("ty")]
    public ServiceKind Kind { get; init; }

    /// <summary>Gets how often a service of this name was registered.</summary>
    public long Revision { get; init; }

    /// <summary>Gets the deployment that new invocations go to.</summary>
    public string DeploymentId
    {
        get;

        // The reader of JSON hands over null for what the answer leaves out.
        init => field = value ?? "";
    } = "";

    /// <summary>Gets its handlers, by name in ordinal order.</summary>
    public IReadOnlyList<HandlerInfo> Handlers
    {
        get;

        // The reader of JSON hands over null for what the answer leaves out.
        init => field = value ?? [];
    } = [];

    /// <summary>Gets whether it can be called through the ingress.</summary>
    [JsonPropertyName("public")]
    public bool IsPublic { get; init; }

    /// <summary>Gets its documentation.</summary>
    public string? Documentation { get; init; }

    /// <summary>Gets its metadata.</summary>
    public IReadOnlyDictionary<string, string> Metadata
    {
        get;

        // The reader of JSON hands over null for what the answer leaves out.
        init => field = value ?? FrozenDictionary<string, string>.Empty;
    } = FrozenDictionary<string, string>.Empty;

    /// <summary>Gets how long the result of an invocation with an idempotency key is kept.</summary>
    public TimeSpan? IdempotencyRetention { get; init; }

    /// <summary>Gets how long the journal of a finished invocation is kept.</summary>
    public TimeSpan? JournalRetention { get; init; }

    /// <summary>Gets how long the result, promises and state of a finished workflow are kept.</summary>
    /// <value><see langword="null"/> for services and virtual objects.</value>
    public TimeSpan? WorkflowCompletionRetention { get; init; }

    /// <summary>Gets after how long a wait without progress an invocation is asked to suspend.</summary>
    public TimeSpan? InactivityTimeout { get; init; }

    /// <summary>Gets how long after <see cref="InactivityTimeout"/> an invocation that has not suspended is aborted.</summary>
    public TimeSpan? AbortTimeout { get; init; }

    /// <summary>Gets whether state is fetched when it is read instead of sent with the invocation.</summary>
    [JsonPropertyName("enable_lazy_state")]
    public bool LazyState { get; init; }

    /// <summary>Gets how failed attempts are tried again.</summary>
    public RetryPolicyInfo? RetryPolicy { get; init; }

    /// <summary>Gets what the server remarks about the service.</summary>
    [JsonPropertyName("info")]
    public IReadOnlyList<ServerHint> Hints
    {
        get;

        // The reader of JSON hands over null for what the answer leaves out.
        init => field = value ?? [];
    } = [];
}
