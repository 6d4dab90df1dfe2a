using System.Globalization;
using Restate.Actors.Admin;
using Restate.Actors.Internal.Client;
using Restate.Actors.Internal.Http;

namespace Restate.Actors.Internal.Admin;

internal sealed class InvocationAdmin(AdminConnection connection, SqlEndpoint sql) : IInvocationAdmin
{
    public Task<IReadOnlyList<InvocationInfo>> ListAsync(InvocationFilter? filter = null, CancellationToken cancellationToken = default)
    {
        return sql.QueryAsync(InvocationQuery.For(filter ?? new InvocationFilter()), AdminJson.Default.InvocationInfo, cancellationToken);
    }

    public async Task<InvocationInfo> GetAsync(string invocationId, CancellationToken cancellationToken = default)
    {
        var reference = InvocationReference.ById(invocationId);
        var rows = await sql.QueryAsync(InvocationQuery.ById(invocationId), AdminJson.Default.InvocationInfo, cancellationToken).ConfigureAwait(false);
        return rows.Count > 0 ? rows[0] : throw ServerErrors.UnknownInvocation(reference);
    }

    public async Task CancelAsync(string invocationId, CancellationToken cancellationToken = default)
    {
        var answer = await SendAsync(invocationId, "cancel", "cancellation", allowed: 409, cancellationToken).ConfigureAwait(false);
        if (answer.Status == 202)
        {
            // The signal is stored. An invocation that backs off or is paused would see it at its next attempt only; to others this does nothing.
            await connection.TryAsync(new AdminRequest(HttpMethod.Patch, PathOf(invocationId, "resume"), OperationOf("resumption", invocationId)), cancellationToken)
                .ConfigureAwait(false);
        }
    }

    public Task KillAsync(string invocationId, CancellationToken cancellationToken = default)
    {
        return SendAsync(invocationId, "kill", "kill", allowed: 409, cancellationToken);
    }

    public Task PurgeAsync(string invocationId, CancellationToken cancellationToken = default)
    {
        // Purged twice, the second answer would be "unknown".
        return SendAsync(invocationId, "purge", "purge", allowed: null, cancellationToken, isRepeatable: false);
    }

    public Task PurgeJournalAsync(string invocationId, CancellationToken cancellationToken = default)
    {
        return SendAsync(invocationId, "purge-journal", "purge of the journal", allowed: null, cancellationToken);
    }

    public Task PauseAsync(string invocationId, CancellationToken cancellationToken = default)
    {
        return SendAsync(invocationId, "pause", "pause", allowed: null, cancellationToken);
    }

    public Task ResumeAsync(string invocationId, DeploymentChoice? deployment = null, CancellationToken cancellationToken = default)
    {
        var query = deployment is null ? "" : $"?deployment={Uri.EscapeDataString(deployment.Text)}";
        return SendAsync(invocationId, $"resume{query}", "resumption", allowed: null, cancellationToken);
    }

    public async Task<string> RestartAsNewAsync(string invocationId, RestartOptions? options = null, CancellationToken cancellationToken = default)
    {
        var from = options?.FromEntry ?? 0;
        ArgumentOutOfRangeException.ThrowIfNegative(from, "options.FromEntry");
        var query = string.Create(CultureInfo.InvariantCulture, $"?from={from}");
        query += options?.Deployment is { } deployment ? $"&deployment={Uri.EscapeDataString(deployment.Text)}" : "";
        var response = await SendAsync(invocationId, $"restart-as-new{query}", "restart", allowed: null, cancellationToken, isRepeatable: false)
            .ConfigureAwait(false);
        return AdminConnection.Read(RequestOf(invocationId, "restart-as-new", "restart"), response, AdminJson.Default.RestartedInvocation).NewInvocationId;
    }

    private static string PathOf(string invocationId, string operation)
    {
        InvocationReference.ById(invocationId);
        return $"/invocations/{Uri.EscapeDataString(invocationId)}/{operation}";
    }

    private static string OperationOf(string what, string invocationId) => $"{what} of {invocationId}";

    private static AdminRequest RequestOf(string invocationId, string operation, string what)
    {
        return new AdminRequest(HttpMethod.Patch, PathOf(invocationId, operation), OperationOf(what, invocationId));
    }

    private async Task<ServerResponse> SendAsync(
        string invocationId, string operation, string what, int? allowed, CancellationToken cancellationToken, bool isRepeatable = true)
    {
        var request = RequestOf(invocationId, operation, what) with { IsRepeatable = isRepeatable };
        var response = await connection.TryAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccess || response.Status == allowed)
        {
            return response;
        }

        throw AdminErrors.IsUnknown(response) ? ServerErrors.UnknownInvocation(InvocationReference.ById(invocationId)) : AdminConnection.Refused(request, response);
    }
}
