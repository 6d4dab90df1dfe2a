using Restate.Actors.Admin;
using Restate.Actors.Dashboard.Internal.Views;

namespace Restate.Actors.Dashboard.Internal.Server;

/// <summary>Finds keys that do not go on, who holds them, and for what the holder waits.</summary>
internal static class KeysReader
{
    private const int MostKeys = 100;

    // A holder's newest entries tell for what it waits; older ones are rarely open.
    private const int TailLength = 40;

    // With virtual queues the server keeps locks instead of the status of keys. One that backs off is "ready" there, between two attempts.
    private static readonly SqlQuery Held = SqlQuery.Raw(
        """
        SELECT i.target_service_name AS service, i.target_service_key AS "key", i.id AS holder, coalesce(h.acquired_at, i.running_at, i.created_at) AS since,
          i.target_handler_name AS handler, i.status, i.journal_size, i.retry_count, i.next_retry_at, i.suspended_waiting_future_json AS waiting_for,
          left(split_part(i.last_failure, chr(10), 1), 500) AS failure, coalesce(w.waiting, 0) AS waiting, w.oldest_at
        FROM (
          SELECT invocation_id AS holder, CAST(NULL AS TIMESTAMP) AS acquired_at FROM sys_keyed_service_status WHERE invocation_id IS NOT NULL
          UNION ALL SELECT acquired_by AS holder, acquired_at FROM sys_locks) h
        JOIN sys_invocation i ON i.id = h.holder
        LEFT JOIN (
          SELECT target_service_name AS service, target_service_key AS "key", count(1) AS waiting, min(created_at) AS oldest_at FROM sys_invocation
          WHERE status = 'pending' AND target_service_key IS NOT NULL GROUP BY target_service_name, target_service_key) w
        ON w.service = i.target_service_name AND w."key" = i.target_service_key
        """);

    /// <summary>Reads the keys for which most calls wait.</summary>
    public static async Task<KeysView> ReadAsync(IRestateAdmin admin, CancellationToken cancellationToken)
    {
        var rows = await admin.QueryAsync(
            $"""
            {Held} WHERE w.waiting > 0 OR i.status IN ('backing-off', 'paused') OR (i.status = 'ready' AND i.running_at IS NOT NULL)
            ORDER BY waiting DESC, since, holder LIMIT {MostKeys + 1}
            """,
            RowsJson.Default.KeyRow,
            cancellationToken);
        var shown = rows.Take(MostKeys).ToList();
        var tails = await JournalReader.ReadTailsAsync(admin, shown.Select(row => (row.Holder, row.JournalSize)), TailLength, cancellationToken);
        return new KeysView
        {
            Now = TimeProvider.System.GetUtcNow(),
            Keys = [.. shown.Select(row => Describe(row, tails[row.Holder]))],
            IsCut = rows.Count > MostKeys,
        };
    }

    /// <summary>Finds who holds a key.</summary>
    public static async Task<KeyHolderView?> FindHolderAsync(IRestateAdmin admin, string service, string key, CancellationToken cancellationToken)
    {
        var rows = await admin.QueryAsync(
            $"{Held} WHERE i.target_service_name = {service} AND i.target_service_key = {key} LIMIT 1", RowsJson.Default.KeyRow, cancellationToken);
        return rows is [var row] ? new KeyHolderView { Id = row.Holder, Target = $"{row.Service}/{row.Key}/{row.Handler}", Status = row.Status, Since = row.Since } : null;
    }

    private static KeyView Describe(KeyRow row, IEnumerable<JournalRow> tail) => new()
    {
        Service = row.Service,
        Key = row.Key,
        Holder = row.Holder,
        Handler = row.Handler,
        Status = row.Status,
        Since = row.Since,
        Waiting = row.Waiting,
        OldestAt = row.OldestAt,
        RetryCount = row.RetryCount,
        NextRetryAt = row.NextRetryAt,
        Failure = row.Failure,
        WaitsFor = Waits.Find(Timeline.Read(tail, isEnd: true), row.WaitingFor),
    };
}
