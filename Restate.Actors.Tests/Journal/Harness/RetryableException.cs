namespace Restate.Actors.Tests.Journal.Harness;

/// <summary>An error of a scripted handler that ends the attempt only.</summary>
internal sealed class RetryableException(string message, int code = 500, TimeSpan? retryAfter = null) : Exception(message)
{
    public int Code { get; } = code;

    public TimeSpan? RetryAfter { get; } = retryAfter;
}
