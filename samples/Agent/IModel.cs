namespace Agent;

/// <summary>A language model.</summary>
public interface IModel
{
    Task<Reply> Complete(IReadOnlyList<Message> conversation, CancellationToken cancellationToken);
}
