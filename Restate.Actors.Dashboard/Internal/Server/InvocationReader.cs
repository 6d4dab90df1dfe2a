using Restate.Actors.Admin;
using Restate.Actors.Dashboard.Internal.Views;

namespace Restate.Actors.Dashboard.Internal.Server;

/// <summary>Finds invocations.</summary>
internal static class InvocationReader
{
    private const int PageLength = 50;

    // The server fills scheduled_start_at only together with scheduled_at.
    private static readonly SqlQuery Columns = SqlQuery.Raw(
        """
        id, target, target_service_name AS service, target_service_key AS "key", target_handler_name AS handler, status, completion_result AS result,
        created_at, modified_at, scheduled_at, scheduled_start_at, running_at, completed_at, retry_count, next_retry_at,
        left(split_part(coalesce(completion_failure, last_failure), chr(10), 1), 500) AS failure, invoked_by, invoked_by_id, invoked_by_target
        """);

    /// <summary>Reads one page.</summary>
    /// <param name="admin">The server.</param>
    /// <param name="choice">Which.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<InvocationsView> ListAsync(IRestateAdmin admin, InvocationChoice choice, CancellationToken cancellationToken)
    {
        var rows = await admin.QueryAsync(
            $"SELECT {Columns} FROM sys_invocation{choice.Condition} ORDER BY created_at DESC, id LIMIT {PageLength + 1}",
            RowsJson.Default.InvocationView,
            cancellationToken);
        return new InvocationsView
        {
            Now = TimeProvider.System.GetUtcNow(),
            Invocations = [.. rows.Take(PageLength)],
            Next = rows.Count > PageLength ? InvocationPlace.Of(rows[PageLength - 1]).ToString() : null,
        };
    }

    public static async Task<InvocationRow?> FindAsync(IRestateAdmin admin, string id, CancellationToken cancellationToken)
    {
        var rows = await admin.QueryAsync(
            $"""
            SELECT {Columns}, pinned_deployment_id AS deployment_id, pinned_service_protocol_version AS protocol_version, journal_size,
              suspended_waiting_future_json AS waiting_for
            FROM sys_invocation WHERE id = {id}
            """,
            RowsJson.Default.InvocationRow,
            cancellationToken);
        return rows.Count > 0 ? rows[0] : null;
    }
}
