namespace Restate.Actors;

/// <summary>Whether it makes sense to send a request again that Restate did not carry out.</summary>
public enum RetryAdvice
{
    /// <summary>The same request would be refused again.</summary>
    DoNotRetry,

    /// <summary>The request had no effect, or sending it again has none: retry after a pause.</summary>
    Retry,

    /// <summary>The request may have been accepted although its answer was lost. Without an idempotency key a retry may run the handler twice.</summary>
    RetryIfIdempotent,
}
