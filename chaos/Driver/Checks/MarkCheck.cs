using System.Globalization;
using Restate.Actors.Chaos.Driver.Load;

namespace Restate.Actors.Chaos.Driver.Checks;

/// <summary>Each mark that was ordered, at once or later, is in its counter once, and there are no others.</summary>
internal static class MarkCheck
{
    public static IEnumerable<string> Check(IEnumerable<Operation> operations, IReadOnlyDictionary<string, IReadOnlyList<string>> counters)
    {
        var due = operations.Where(static operation => operation.Outcome.Kind == OutcomeKind.Answered).SelectMany(Due).ToHashSet();
        var found = counters.SelectMany(static counter => counter.Value.Select(mark => (Counter: counter.Key, Mark: mark)))
            .GroupBy(static one => one)
            .ToDictionary(static group => group.Key, static group => group.Count());
        foreach (var missing in due.Where(one => !found.ContainsKey(one)))
        {
            yield return $"{missing.Counter} lacks the mark {missing.Mark}.";
        }

        foreach (var (one, count) in found)
        {
            if (!due.Contains(one))
            {
                yield return $"{one.Counter} has the mark {one.Mark}, which nobody was told to have made.";
            }
            else if (count != 1)
            {
                yield return $"{one.Counter} has the mark {one.Mark} {count} times.";
            }
        }
    }

    private static IEnumerable<(string Counter, string Mark)> Due(Operation operation) => operation switch
    {
        FanOperation fan => fan.Counters.Select((counter, index) => (counter, MarkOf(fan.Id, index))),
        PlanOperation plan => plan.Counters.Select((counter, index) => (counter, MarkOf(plan.Id, index))),
        LaterOperation later => [(later.Counter, later.Id)],
        CancelOperation cancel => [(cancel.Counter, $"{cancel.Id}#begun"), (cancel.Counter, $"{cancel.Id}#undone")],
        _ => [],
    };

    private static string MarkOf(string id, int index) => string.Create(CultureInfo.InvariantCulture, $"{id}#{index}");
}
