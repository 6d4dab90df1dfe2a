namespace Restate.Actors;

/// <summary>What can be set for one call.</summary>
public sealed class CallOptions
{
    /// <summary>Gets or sets the idempotency key: calls with the same key to the same handler run once, and all get that result.</summary>
    /// <value>The default is none. Not empty; not for the run of a workflow, whose id is its idempotency key.</value>
    public string? IdempotencyKey { get; set; }

    /// <summary>Gets or sets headers that the callee sees.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyDictionary<string, string>? Headers { get; set; }
}
