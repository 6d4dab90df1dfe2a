using Restate.Actors;

namespace Approval;

/// <summary>Submits expenses as an employee, and answers them as a manager.</summary>
public sealed class Demo(IRestateClient actors)
{
    private IInbox Inbox => actors.GetActor<IInbox>("manager");

    public async Task RunAsync()
    {
        await AnswerEarlierQuestionsAsync();
        Print($"Pencils for 12  -> {await actors.GetActor<IExpenses>().Submit(new Expense("anna", "pencils", 12m))}");
        await SubmitAsync(new Expense("anna", "a desk", 480m), isApproved: true);
        await SubmitAsync(new Expense("bob", "a sofa", 1900m), isApproved: false);
    }

    public static void PrintCurlLines() => Print(
        """

        The actors stay up. Submit an expense, look into the inbox, kill the program, start it again:

          curl localhost:8080/restate/send/Expenses/Submit -H 'content-type: application/json' -d '{"employee": "me", "what": "a lamp", "amount": 90}'
          curl localhost:8080/restate/call/Inbox/manager/Open

        and answer, through the inbox or at the awakeable itself, with the id from the inbox:

          curl localhost:8080/restate/call/Inbox/manager/Answer -H 'content-type: application/json' -d '{"questionId": "sign_1...", "isApproved": true}'
          curl localhost:8080/restate/a/sign_1.../resolve -H 'content-type: application/json' -d '{"isApproved": true, "by": "me"}'

        Ctrl+C stops actors and server.
        """);

    private async Task AnswerEarlierQuestionsAsync()
    {
        foreach (var question in await Inbox.Open())
        {
            Print($"An earlier run was stopped before {question.Expense.What} was decided. Approved now.");
            await Inbox.Answer(question.Id, isApproved: true);
        }
    }

    private async Task SubmitAsync(Expense expense, bool isApproved)
    {
        var submitted = await actors.GetActor<IExpenses>().Send(expenses => expenses.Submit(expense, default));
        Print($"{expense.Employee} wants {expense.What} for {expense.Amount}; the manager finds it in the inbox:");

        var question = await WaitForQuestionAsync(expense);
        Print($"  {question.Id[..12]}... {question.Expense.What}");
        await Inbox.Answer(question.Id, isApproved);
        Print($"  decision      -> {await submitted.AttachAsync()}");
    }

    private async Task<Question> WaitForQuestionAsync(Expense expense)
    {
        while (true)
        {
            if ((await Inbox.Open()).FirstOrDefault(question => question.Expense == expense) is { } found)
            {
                return found;
            }

            await Task.Delay(20);
        }
    }

    private static void Print(string line) => Console.WriteLine(line);
}
