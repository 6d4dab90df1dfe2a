using Restate.Actors;

namespace Agent;

/// <summary>A conversation with an agent: one question at a time, and its history for ever.</summary>
[Actor("Chat")]
public interface IChat : IVirtualObject
{
    /// <summary>Asks the agent, which thinks and uses tools until it has an answer.</summary>
    [Exclusive]
    Task<string> Ask(string question, CancellationToken cancellationToken = default);

    /// <summary>What was said after the first messages, also while the agent is at work.</summary>
    [Shared]
    Task<IReadOnlyList<Message>> Messages(int after);
}
