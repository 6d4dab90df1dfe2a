using Restate.Actors.Admin;

namespace Restate.Actors.Internal.Admin;

/// <summary>Queries for invocations.</summary>
internal static class InvocationQuery
{
    // "next_retry_at" and the like exist in this view only. Server 1.7.12 leaves "scheduled_start_at" empty where "scheduled_at" is not selected.
    private const string Columns =
        "id, target, target_service_name, target_service_ty, target_service_key, target_handler_name, status, scope, limit_key, idempotency_key, invoked_by, "
        + "invoked_by_id, invoked_by_target, restarted_from, pinned_deployment_id, pinned_service_protocol_version, journal_size, trace_id, retry_count, "
        + "next_retry_at, last_failure, last_failure_error_code, last_failure_related_command_name, completion_result, completion_failure, created_at, "
        + "modified_at, scheduled_at, scheduled_start_at, running_at, completed_at";

    private static readonly SqlQuery Selection = SqlQuery.Raw($"SELECT {Columns} FROM sys_invocation");

    public static SqlQuery ById(string invocationId) => $"{Selection} WHERE id = {invocationId}";

    public static SqlQuery For(InvocationFilter filter)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(filter.Limit, "filter.Limit");
        SqlQuery query = $"{Selection}";
        var conjunction = " WHERE ";
        foreach (var condition in Conditions(filter))
        {
            query.AppendLiteral(conjunction);
            query.AppendFormatted(condition);
            conjunction = " AND ";
        }

        SqlQuery end = $" ORDER BY created_at DESC, id LIMIT {filter.Limit}";
        query.AppendFormatted(end);
        return query;
    }

    public static SqlQuery CountOn(string deploymentId) => $"SELECT count(1) AS invocations FROM sys_invocation WHERE {NeedsDeployment(deploymentId)}";

    public static SqlQuery OldestOn(string deploymentId, int limit) => $"{Selection} WHERE {NeedsDeployment(deploymentId)} ORDER BY created_at, id LIMIT {limit}";

    // An invocation without progress is not bound yet: an attempt that runs may still bind it, the next one would go to the latest deployment.
    private static SqlQuery NeedsDeployment(string deploymentId) =>
        $"(pinned_deployment_id = {deploymentId} AND status <> 'completed') OR (pinned_deployment_id IS NULL AND status = 'running' AND last_attempt_deployment_id = {deploymentId})";

    private static IEnumerable<SqlQuery> Conditions(InvocationFilter filter)
    {
        (string Column, string? Value)[] texts =
        [
            ("target_service_name", filter.Service),
            ("target_service_key", filter.Key),
            ("target_handler_name", filter.Handler),
            ("target", filter.Target),
            ("idempotency_key", filter.IdempotencyKey),
            ("scope", filter.Scope),
            ("pinned_deployment_id", filter.DeploymentId),
            ("invoked_by_id", filter.InvokedById),
        ];
        foreach (var (column, value) in texts)
        {
            if (value is not null)
            {
                yield return $"{SqlQuery.Raw(column)} = {value}";
            }
        }

        if (filter.Statuses.Count > 0)
        {
            yield return $"status IN {filter.Statuses.Select(NameOf)}";
        }

        if (filter.CreatedFrom is { } from)
        {
            yield return $"created_at >= {from}";
        }

        if (filter.CreatedBefore is { } before)
        {
            yield return $"created_at < {before}";
        }
    }

    private static string NameOf(InvocationStatus status) => status switch
    {
        InvocationStatus.Pending => "pending",
        InvocationStatus.Scheduled => "scheduled",
        InvocationStatus.Ready => "ready",
        InvocationStatus.Running => "running",
        InvocationStatus.BackingOff => "backing-off",
        InvocationStatus.Suspended => "suspended",
        InvocationStatus.Paused => "paused",
        InvocationStatus.Completed => "completed",
        _ => throw new ArgumentException($"'{status}' is no status that the server knows."),
    };
}
