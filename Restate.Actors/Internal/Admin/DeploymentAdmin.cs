using System.Net;
using Restate.Actors.Admin;
using Restate.Actors.Internal.Http;

namespace Restate.Actors.Internal.Admin;

internal sealed class DeploymentAdmin(AdminConnection connection, DeploymentDrain drain) : IDeploymentAdmin
{
    private static readonly RegistrationAdvice Advice = new(
        options: "RegisterDeploymentOptions",
        admin: "RestateAdminOptions.AdminUri",
        timeout: "RestateAdminOptions.RequestTimeout",
        address: "the uri");

    public async Task<DeploymentRegistration> RegisterAsync(
        Uri uri, RegisterDeploymentOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(uri);
        if (!uri.IsAbsoluteUri)
        {
            throw new ArgumentException($"The address '{uri}' of the endpoint is relative; it must begin with http:// or https://.", nameof(uri));
        }

        var body = DeploymentRequest.For(uri, options ?? new RegisterDeploymentOptions());
        var request = new AdminRequest(HttpMethod.Post, "/deployments", $"registration of {uri}").With(body, AdminJson.Default.DeploymentRequest);
        var response = await connection.TryAsync(request, cancellationToken).ConfigureAwait(false);
        return response.IsSuccess
            ? AdminConnection.Read(request, response, AdminJson.Default.DeploymentRegistration) with { IsNew = response.Status == (int)HttpStatusCode.Created }
            : throw Refused(uri, response);
    }

    public async Task<IReadOnlyList<DeploymentInfo>> ListAsync(CancellationToken cancellationToken = default)
    {
        var request = new AdminRequest(HttpMethod.Get, "/deployments", "list of deployments");
        return (await connection.ReadAsync(request, AdminJson.Default.DeploymentList, cancellationToken).ConfigureAwait(false)).Deployments;
    }

    public Task<DeploymentInfo> GetAsync(string deploymentId, CancellationToken cancellationToken = default)
    {
        var request = new AdminRequest(HttpMethod.Get, PathOf(deploymentId), $"look at deployment {deploymentId}");
        return connection.ReadAsync(request, AdminJson.Default.DeploymentInfo, cancellationToken);
    }

    public async Task<DeploymentUsage> GetUsageAsync(string deploymentId, CancellationToken cancellationToken = default)
    {
        // For the error: an unknown deployment has no invocations either.
        await GetAsync(deploymentId, cancellationToken).ConfigureAwait(false);
        return await drain.LookAsync(deploymentId, cancellationToken).ConfigureAwait(false);
    }

    public async Task WaitUntilDrainedAsync(string deploymentId, DrainOptions? options = null, CancellationToken cancellationToken = default)
    {
        await GetAsync(deploymentId, cancellationToken).ConfigureAwait(false);
        await drain.WaitAsync(deploymentId, options ?? new DrainOptions(), cancellationToken).ConfigureAwait(false);
    }

    public async Task RemoveDrainedAsync(string deploymentId, CancellationToken cancellationToken = default)
    {
        var usage = await GetUsageAsync(deploymentId, cancellationToken).ConfigureAwait(false);
        if (!usage.IsDrained)
        {
            throw new RestateConflictException($"Deployment {deploymentId} was not removed: it is still needed.\n{DrainAdvice.For(usage)}");
        }

        await RemoveAsync(deploymentId, force: true, cancellationToken).ConfigureAwait(false);
    }

    public async Task RemoveAsync(string deploymentId, bool force, CancellationToken cancellationToken = default)
    {
        // Removed twice, the second answer would be "unknown".
        var request = new AdminRequest(HttpMethod.Delete, $"{PathOf(deploymentId)}?force={(force ? "true" : "false")}", $"removal of deployment {deploymentId}")
        {
            IsRepeatable = false,
        };
        var response = await connection.TryAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.Status == (int)HttpStatusCode.NotImplemented)
        {
            throw new RestateConflictException(
                $"The server cannot remove deployment {deploymentId} without force: it does not wait for invocations that are bound to a deployment. "
                + "Use WaitUntilDrainedAsync and RemoveDrainedAsync, or remove it with force: true whatever needs it.",
                response.Status);
        }

        if (!response.IsSuccess)
        {
            throw AdminConnection.Refused(request, response);
        }
    }

    private static string PathOf(string deploymentId)
    {
        ArgumentNullException.ThrowIfNull(deploymentId);
        return deploymentId.StartsWith("dp_", StringComparison.Ordinal) ? $"/deployments/{Uri.EscapeDataString(deploymentId)}"
            : throw new ArgumentException($"'{deploymentId}' is not the id of a deployment; it begins with dp_.", nameof(deploymentId));
    }

    private RestateClientException Refused(Uri uri, ServerResponse response)
    {
        var refusal = AdminConnection.RefusalOf(response);
        var (what, remedy) = Advice.Explain(refusal);
        var code = refusal.Code is null ? "" : $"[{refusal.Code}] ";
        var message =
            $"""
            {code}The deployment was not registered: {what}
              deployment:       {uri}
              admin API:        {connection.AdminUri}
              the server wrote: {(int)refusal.Status} {refusal.Message}
            {remedy}
            """;
        return AdminErrors.Create(message, refusal, refusal.IsTransient ? RetryAdvice.Retry : RetryAdvice.DoNotRetry, response.RetryAfter);
    }
}
