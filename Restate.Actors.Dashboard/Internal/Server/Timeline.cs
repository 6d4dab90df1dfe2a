using Restate.Actors.Dashboard.Internal.Views;

namespace Restate.Actors.Dashboard.Internal.Server;

/// <summary>Joins the commands of a journal with their completions.</summary>
internal static class Timeline
{
    /// <summary>Reads a part of a journal.</summary>
    /// <param name="rows">The entries, by index.</param>
    /// <param name="isEnd">Whether the journal ends there: then a command without completion is open.</param>
    public static IReadOnlyList<StepView> Read(IEnumerable<JournalRow> rows, bool isEnd)
    {
        var steps = new List<StepView>();
        var places = new Dictionary<long, int>();
        foreach (var row in rows)
        {
            var entry = JournalEntry.Read(row);
            if (entry.Completes is { } completed)
            {
                // Without its command the part began in between.
                if (places.Remove(completed, out var place))
                {
                    steps[place] = steps[place] with { EndedAt = row.AppendedAt, Result = entry.Step.Result, IsOpen = false };
                }

                continue;
            }

            if (entry.Awaits is { } awaited)
            {
                places[awaited] = steps.Count;
            }

            if (!entry.IsHidden)
            {
                steps.Add(entry.Step with { IsOpen = isEnd && entry.Awaits is not null });
            }
        }

        return steps;
    }
}
