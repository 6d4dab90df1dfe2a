using Restate.Actors.Chaos.Driver.Load;
using Restate.Actors.Chaos.Endpoint.Contracts;

namespace Restate.Actors.Chaos.Driver.Checks;

/// <summary>Each alarm has ticked as often as was ordered, each time a period after the last, and neither before it was replaced nor after it was removed.</summary>
internal static class AlarmCheck
{
    public static IEnumerable<string> Check(IEnumerable<Operation> operations, IReadOnlyDictionary<string, IReadOnlyList<AlarmTick>> alarms)
    {
        foreach (var alarm in operations.OfType<AlarmOperation>().Where(static alarm => alarm.Outcome.Kind == OutcomeKind.Answered))
        {
            var ticks = alarms.GetValueOrDefault(alarm.Id, []);
            if (ticks.Count != alarm.Ticks)
            {
                yield return $"{alarm.Id} has ticked {ticks.Count} times instead of {alarm.Ticks}.";
            }

            foreach (var (earlier, later) in ticks.Zip(ticks.Skip(1)))
            {
                if (later.Scheduled - earlier.Scheduled != alarm.PeriodMilliseconds || later.Missed != 0)
                {
                    yield return $"{alarm.Id} has a tick {later.Scheduled - earlier.Scheduled} ms after the last, with {later.Missed} missed; its period is {alarm.PeriodMilliseconds} ms.";
                }
            }
        }
    }
}
