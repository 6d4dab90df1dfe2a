using Restate.Actors;

namespace Approval;

/// <summary>What waits for one person.</summary>
[Actor("Inbox")]
public interface IInbox : IVirtualObject
{
    [Exclusive]
    Task Add(Question question);

    [Exclusive]
    Task Remove(string questionId);

    /// <summary>Answers a question. Fails with 404 if it does not wait here any more.</summary>
    [Exclusive]
    Task Answer(string questionId, bool isApproved);

    [Shared]
    Task<IReadOnlyList<Question>> Open();
}
