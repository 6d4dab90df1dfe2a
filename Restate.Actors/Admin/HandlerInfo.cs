using System.Collections.Frozen;
using System.Text.Json.Serialization;

namespace Restate.Actors.Admin;

/// <summary>A handler as the server knows it. Settings are only those that it does not share with its service.</summary>
public sealed record HandlerInfo
{
    /// <summary>Gets its name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets how its invocations of one key go together.</summary>
    [JsonPropertyName("ty")]
    public HandlerMode Mode { get; init; }

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

    /// <summary>Gets what it takes, in words: a content type, <c>none</c>, or <c>JSON</c> and the title of the schema.</summary>
    public string? InputDescription { get; init; }

    /// <summary>Gets what it returns, in words.</summary>
    public string? OutputDescription { get; init; }

    /// <summary>Gets how long the result of an invocation with an idempotency key is kept.</summary>
    public TimeSpan? IdempotencyRetention { get; init; }

    /// <summary>Gets how long the journal of a finished invocation is kept.</summary>
    public TimeSpan? JournalRetention { get; init; }

    /// <summary>Gets after how long a wait without progress an invocation is asked to suspend.</summary>
    public TimeSpan? InactivityTimeout { get; init; }

    /// <summary>Gets how long after <see cref="InactivityTimeout"/> an invocation that has not suspended is aborted.</summary>
    public TimeSpan? AbortTimeout { get; init; }

    /// <summary>Gets whether state is fetched when it is read instead of sent with the invocation.</summary>
    [JsonPropertyName("enable_lazy_state")]
    public bool? LazyState { get; init; }
}
