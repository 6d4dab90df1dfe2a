namespace Restate.Actors.Internal.Journal;

/// <summary>A run's closure failed with an error that is not terminal.</summary>
/// <param name="Code">The error code, 500 unless known better.</param>
/// <param name="Message">The error's message.</param>
/// <param name="StackTrace">Where it happened.</param>
/// <param name="Elapsed">How long this execution took.</param>
/// <param name="RetryAfter">The delay that the error itself asks for.</param>
internal readonly record struct RunFailure(int Code, string Message, string StackTrace, TimeSpan Elapsed, TimeSpan? RetryAfter = null);
