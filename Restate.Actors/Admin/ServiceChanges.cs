using System.Text.Json.Serialization;

namespace Restate.Actors.Admin;

/// <summary>Settings of a service that can be changed while it is deployed. What is <see langword="null"/> stays as it is.</summary>
public sealed class ServiceChanges
{
    /// <summary>Gets or sets whether the service can be called through the ingress.</summary>
    [JsonPropertyName("public")]
    public bool? IsPublic { get; set; }

    /// <summary>Gets or sets how long the result of an invocation with an idempotency key is kept.</summary>
    public TimeSpan? IdempotencyRetention { get; set; }

    /// <summary>Gets or sets how long the journal of a finished invocation is kept.</summary>
    public TimeSpan? JournalRetention { get; set; }

    /// <summary>Gets or sets how long the result, promises and state of a finished workflow are kept. Workflows only.</summary>
    public TimeSpan? WorkflowCompletionRetention { get; set; }

    /// <summary>Gets or sets after how long a wait without progress an invocation is asked to suspend.</summary>
    public TimeSpan? InactivityTimeout { get; set; }

    /// <summary>Gets or sets how long after <see cref="InactivityTimeout"/> an invocation that has not suspended is aborted.</summary>
    public TimeSpan? AbortTimeout { get; set; }
}
