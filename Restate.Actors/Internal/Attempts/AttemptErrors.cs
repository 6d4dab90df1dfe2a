namespace Restate.Actors.Internal.Attempts;

/// <summary>The texts of errors that end an attempt or a step.</summary>
internal static class AttemptErrors
{
    /// <summary>Gets the exception's own message: when retries are exhausted it reaches callers. Its type stands in the stack trace.</summary>
    public static string MessageOf(Exception error) => Try(error, static error => error.Message) is { Length: > 0 } message ? message : error.GetType().Name;

    public static string StackTraceOf(Exception error) => Try(error, static error => error.ToString());

    /// <summary>Gets the time to the next attempt that the exception asks for.</summary>
    public static TimeSpan? RetryAfterOf(Exception error) => (error as RetryAfterException)?.RetryAfter;

    // The members of an exception are code of the user like any other.
    private static string Try(Exception error, Func<Exception, string?> read)
    {
        try
        {
            return read(error) ?? string.Empty;
        }
        catch (Exception broken)
        {
            return $"{error.GetType()}, which cannot be described: {broken.GetType()}";
        }
    }
}
