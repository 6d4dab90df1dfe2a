namespace Restate.Actors.Internal.Attempts;

/// <summary>The texts of errors that end an attempt or a step.</summary>
internal static class AttemptErrors
{
    /// <summary>Gets the exception's own message: when retries are exhausted it reaches callers. Its type stands in the stack trace.</summary>
    public static string MessageOf(Exception error) => error.Message.Length > 0 ? error.Message : error.GetType().Name;
}
