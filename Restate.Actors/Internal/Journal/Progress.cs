namespace Restate.Actors.Internal.Journal;

/// <summary>What the attempt has to do next.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="RunCompletionId">The run to execute.</param>
internal readonly record struct Progress(ProgressKind Kind, uint RunCompletionId = 0);
