using Restate.Actors.Chaos.Driver.Load;

namespace Restate.Actors.Chaos.Driver.Checks;

/// <summary>Each awakeable has delivered its value, once.</summary>
internal static class ApprovalCheck
{
    public static IEnumerable<string> Check(IEnumerable<Operation> operations, IReadOnlyDictionary<string, IReadOnlyList<string>> approvals)
    {
        foreach (var approval in operations.OfType<ApprovalOperation>())
        {
            var answers = approvals.GetValueOrDefault(approval.Id, []);
            if (answers.Count != 1 || answers[0] != approval.Value)
            {
                yield return $"{approval.Id} has received [{string.Join(", ", answers)}] instead of [{approval.Value}].";
            }
        }
    }
}
