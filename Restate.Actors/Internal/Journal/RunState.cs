namespace Restate.Actors.Internal.Journal;

/// <summary>A run that has a command in the journal and no result.</summary>
internal sealed class RunState(uint completionId, RelatedCommand command)
{
    public uint CompletionId { get; } = completionId;

    public RelatedCommand Command { get; } = command;

    /// <summary>Gets or sets whether the closure was started in this attempt.</summary>
    public bool IsStarted { get; set; }

    public bool IsExecuting { get; set; }
}
