using Restate.Actors.Admin;
using Restate.Actors.Dashboard.Internal.Views;

namespace Restate.Actors.Dashboard.Internal.Server;

/// <summary>Reads one invocation, a part of its journal, and its failures.</summary>
internal static class JournalReader
{
    private const int PartLength = 500;
    private const int MostEvents = 50;
    private const int TailLength = 40;

    private static readonly SqlQuery Columns = SqlQuery.Raw("SELECT id, index, entry_lite_json AS entry, appended_at FROM sys_journal");

    public static async Task<JournalView> ReadAsync(IRestateAdmin admin, string id, long from, CancellationToken cancellationToken)
    {
        var events = admin.QueryAsync(EventsOf(id), RowsJson.Default.EventRow, cancellationToken);
        var entries = admin.QueryAsync(EntriesOf(id, from), RowsJson.Default.JournalRow, cancellationToken);

        // After its journal, so that it is never seen as waiting for what the journal does not have yet.
        await Task.WhenAll(entries, events);
        var invocation = await InvocationReader.FindAsync(admin, id, cancellationToken) ?? throw new InvocationNotFoundException(
            $"The server knows no invocation '{id}'. It may have been purged: a finished one is kept for as long as its retention says.");
        var rows = await entries;
        var isEnd = rows.Count <= PartLength;
        var steps = Timeline.Read(rows.Take(PartLength), isEnd);
        return new JournalView
        {
            Now = TimeProvider.System.GetUtcNow(),
            Invocation = invocation,
            DeploymentId = invocation.DeploymentId,
            ProtocolVersion = invocation.ProtocolVersion,
            JournalSize = invocation.JournalSize,
            WaitsFor = await WaitsOfAsync(admin, invocation, isEnd ? steps : null, cancellationToken),
            Holder = invocation is { Status: "pending", Key: { } key }
                ? await KeysReader.FindHolderAsync(admin, invocation.Service, key, cancellationToken)
                : null,
            Steps = steps,
            From = from,
            Next = isEnd ? null : rows[PartLength - 1].Index + 1,
            Events = [.. (await events).Reverse().Select(JournalEvent.Read)],
        };
    }

    /// <summary>Reads the ends of several journals.</summary>
    public static async Task<ILookup<string, JournalRow>> ReadTailsAsync(
        IRestateAdmin admin, IEnumerable<(string Id, long? Size)> invocations, int length, CancellationToken cancellationToken)
    {
        SqlQuery query = $"{Columns} WHERE ";
        var isFirst = true;
        foreach (var (id, size) in invocations)
        {
            SqlQuery condition = $"(id = {id} AND index >= {Math.Max(0, (size ?? 0) - length)})";
            query.AppendLiteral(isFirst ? "" : " OR ");
            query.AppendFormatted(condition);
            isFirst = false;
        }

        if (isFirst)
        {
            return Array.Empty<JournalRow>().ToLookup(row => row.Id);
        }

        query.AppendLiteral(" ORDER BY id, index");
        return (await admin.QueryAsync(query, RowsJson.Default.JournalRow, cancellationToken)).ToLookup(row => row.Id, StringComparer.Ordinal);
    }

    private static SqlQuery EntriesOf(string id, long from) => $"{Columns} WHERE id = {id} AND index >= {from} ORDER BY index LIMIT {PartLength + 1}";

    private static SqlQuery EventsOf(string id) =>
        $"""
        SELECT event_type, appended_at, after_journal_entry_index AS after_index, event_json FROM sys_journal_events
        WHERE id = {id} ORDER BY appended_at DESC LIMIT {MostEvents}
        """;

    private static async Task<IReadOnlyList<WaitView>> WaitsOfAsync(
        IRestateAdmin admin, InvocationRow invocation, IReadOnlyList<StepView>? steps, CancellationToken cancellationToken)
    {
        if (invocation.Status is "completed" or "pending" or "scheduled")
        {
            return [];
        }

        if (steps is null)
        {
            var tails = await ReadTailsAsync(admin, [(invocation.Id, invocation.JournalSize)], TailLength, cancellationToken);
            steps = Timeline.Read(tails[invocation.Id], isEnd: true);
        }

        return Waits.Find(steps, invocation.WaitingFor);
    }
}
