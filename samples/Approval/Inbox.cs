using Restate.Actors;

namespace Approval;

public sealed class Inbox : VirtualObject, IInbox
{
    private IActorState<List<Question>> Questions => State<List<Question>>("questions");

    public async Task Add(Question question) => Questions.Set([.. await Open(), question]);

    public async Task Remove(string questionId) => Questions.Set([.. (await Open()).Where(question => question.Id != questionId)]);

    public async Task Answer(string questionId, bool isApproved)
    {
        if ((await Open()).All(question => question.Id != questionId))
        {
            throw new TerminalException("This question is answered, or somebody else was asked.", 404);
        }

        await Actors.ResolveAwakeableAsync(questionId, new Decision(isApproved, Key));
        await Remove(questionId);
    }

    public async Task<IReadOnlyList<Question>> Open() => await Questions.GetAsync([]);
}
