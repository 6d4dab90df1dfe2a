namespace Restate.Actors.Admin;

/// <summary>Which invocations to find. What is <see langword="null"/> or empty does not matter; all else must hold.</summary>
public sealed class InvocationFilter
{
    /// <summary>Gets or sets the name of the service.</summary>
    public string? Service { get; set; }

    /// <summary>Gets or sets the key of the virtual object, or the id of the workflow.</summary>
    public string? Key { get; set; }

    /// <summary>Gets or sets the name of the handler.</summary>
    public string? Handler { get; set; }

    /// <summary>Gets or sets the whole target as the server writes it: <c>service/handler</c> or <c>service/key/handler</c>.</summary>
    public string? Target { get; set; }

    /// <summary>Gets or sets the states, one of which the invocation is in.</summary>
    public IReadOnlyCollection<InvocationStatus> Statuses { get; set; } = [];

    /// <summary>Gets or sets the idempotency key.</summary>
    public string? IdempotencyKey { get; set; }

    /// <summary>Gets or sets the scope.</summary>
    public string? Scope { get; set; }

    /// <summary>Gets or sets the deployment to which the invocation is bound.</summary>
    public string? DeploymentId { get; set; }

    /// <summary>Gets or sets the invocation that started it.</summary>
    public string? InvokedById { get; set; }

    /// <summary>Gets or sets the time from which on it was created.</summary>
    public DateTimeOffset? CreatedFrom { get; set; }

    /// <summary>Gets or sets the time before which it was created.</summary>
    public DateTimeOffset? CreatedBefore { get; set; }

    /// <summary>Gets or sets how many are returned at most.</summary>
    /// <value>The default is 1,000.</value>
    public int Limit { get; set; } = 1_000;
}
