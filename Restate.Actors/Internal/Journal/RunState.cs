namespace Restate.Actors.Internal.Journal;

/// <summary>A run that has a command in the journal and no result.</summary>
internal sealed class RunState(uint completionId, RelatedCommand command)
{
    public uint CompletionId { get; } = completionId;

    public RelatedCommand Command { get; } = command;

    public bool IsExecuting { get; set; }
}
