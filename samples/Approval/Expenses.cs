using Restate.Actors;

namespace Approval;

public sealed class Expenses : DurableService, IExpenses
{
    private const decimal SmallAmount = 50m;
    private static readonly string[] Deciders = ["manager", "director"];

    public async Task<Decision> Submit(Expense expense, CancellationToken cancellationToken)
    {
        if (expense.Amount <= SmallAmount)
        {
            return new Decision(true, "the rules");
        }

        foreach (var decider in Deciders)
        {
            if (await AskAsync(decider, expense) is { } decision)
            {
                return decision;
            }
        }

        return new Decision(false, "nobody in time");
    }

    private async Task<Decision?> AskAsync(string decider, Expense expense)
    {
        var answer = CreateAwakeable<Decision>();
        var inbox = Actors.GetActor<IInbox>(decider);
        await inbox.Send(to => to.Add(new Question(answer.Id, expense)));
        try
        {
            return await Task.WhenAny(answer.Task, Sleep(TimeSpan.FromDays(3), $"wait for the {decider}")) == answer.Task ? await answer.Task : null;
        }
        finally
        {
            await inbox.Send(to => to.Remove(answer.Id));       // answered, too late, or cancelled
        }
    }
}
