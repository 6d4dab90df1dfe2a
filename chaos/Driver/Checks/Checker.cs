using Restate.Actors.Chaos.Driver.Load;

namespace Restate.Actors.Chaos.Driver.Checks;

/// <summary>Compares what clients were told with what is found in the end.</summary>
internal static class Checker
{
    private static readonly (string Name, Func<IReadOnlyCollection<Operation>, Observation, IEnumerable<string>> Check)[] Checks =
    [
        ("answers", (operations, _) => AnswerCheck.Check(operations)),
        ("money", (_, observation) => MoneyCheck.Check(observation.Accounts)),
        ("postings", (operations, observation) => PostingCheck.Check(operations, observation.Accounts)),
        ("receipts", (operations, observation) => ReceiptCheck.Check(operations, observation.Accounts)),
        ("marks", (operations, observation) => MarkCheck.Check(operations, observation.Counters)),
        ("approvals", (operations, observation) => ApprovalCheck.Check(operations, observation.Approvals)),
        ("alarms", (operations, observation) => AlarmCheck.Check(operations, observation.Alarms)),
        ("stuck keys", (_, observation) => observation.StuckKeys.Select(static key => $"{key} does not answer an exclusive call.")),
        ("invocations", (_, observation) => InvocationCheck.Check(observation)),
        ("endpoints", (_, observation) => observation.Endpoints.SelectMany(EndpointCheck.Check)),
    ];

    /// <summary>Runs all checks.</summary>
    /// <param name="operations">All that clients have begun.</param>
    /// <param name="observation">What is found.</param>
    /// <returns>What is wrong; nothing when all is well.</returns>
    public static IReadOnlyList<Finding> Check(IReadOnlyCollection<Operation> operations, Observation observation) =>
        [.. Checks.SelectMany(check => check.Check(operations, observation).Select(what => new Finding(check.Name, what)))];
}
