using Restate.Actors.Internal.Journal;

namespace Restate.Actors.Internal.Attempts;

/// <summary>What became of the execution of a step.</summary>
/// <param name="CompletionId">The step.</param>
/// <param name="Value">Its result in bytes, when it has one.</param>
/// <param name="TerminalError">Its terminal failure.</param>
/// <param name="Failure">A failure that may be retried.</param>
internal sealed record StepOutcome(
    uint CompletionId,
    ReadOnlyMemory<byte> Value = default,
    TerminalException? TerminalError = null,
    RunFailure? Failure = null);
