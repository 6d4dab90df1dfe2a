using Microsoft.Extensions.Logging;
using Restate.Actors.Admin;
using Restate.Actors.Internal.Admin;
using Restate.Actors.Internal.Payloads;

namespace Restate.Actors.Hosting.Internal.Registration;

/// <summary>Registers an endpoint with the admin API, with patience while the server or the endpoint is not up yet.</summary>
internal sealed class DeploymentRegistrar(RestateRegistrationOptions options, HttpClient client, ILogger logger, TimeProvider timeProvider)
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LogInterval = TimeSpan.FromSeconds(10);

    // The server itself tries to reach the endpoint for some seconds before it answers.
    private static readonly TimeSpan LongestAttempt = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ShortestAttempt = TimeSpan.FromSeconds(1);

    private readonly RestateAdmin _admin = CreateAdmin(options, client, logger, timeProvider);

    /// <summary>Creates the client to use: requests to this machine never go through a proxy of the environment.</summary>
    public static HttpClient CreateClient(RestateRegistrationOptions options) =>
        new(new SocketsHttpHandler { UseProxy = !options.AdminUri.IsLoopback, AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Registers the endpoint.</summary>
    /// <param name="deploymentUri">The address at which the server reaches the endpoint.</param>
    /// <param name="force">Whether a deployment at the same address is replaced.</param>
    /// <param name="cancellationToken">Ends the attempts.</param>
    /// <exception cref="RestateRegistrationException">The server refused, or the time of the options is over.</exception>
    public async Task<DeploymentRegistration> RegisterAsync(Uri deploymentUri, bool force, CancellationToken cancellationToken)
    {
        RegistrationLog.Registering(logger, deploymentUri, options.AdminUri, force);
        var request = Request(force);
        var attempt = await TryUntilFinalAsync(deploymentUri, request, cancellationToken);
        if (attempt.Error is not null)
        {
            throw attempt.Error;
        }

        var deployment = attempt.Deployment!;
        var services = string.Join(", ", deployment.Services.Select(service => $"{service.Name} (revision {service.Revision})"));
        if (deployment.IsNew || force)
        {
            RegistrationLog.Registered(logger, deploymentUri, deployment.Id, services);
        }
        else
        {
            RegistrationLog.Unchanged(logger, deploymentUri, deployment.Id, services);
        }

        return deployment;
    }

    private async Task<RegistrationAttempt> TryUntilFinalAsync(Uri deploymentUri, RegisterDeploymentOptions request, CancellationToken cancellationToken)
    {
        var timeout = options.Timeout == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : options.Timeout;
        var started = timeProvider.GetTimestamp();
        var delay = FirstDelay;
        var nextLog = TimeSpan.Zero;
        RegistrationAttempt? lastAnswer = null;
        for (var attempts = 1; ; attempts++)
        {
            var left = timeout - timeProvider.GetElapsedTime(started);
            var limit = left < ShortestAttempt ? ShortestAttempt : left > LongestAttempt ? LongestAttempt : left;
            var attempt = await TryOnceAsync(deploymentUri, request, limit, cancellationToken);
            var elapsed = timeProvider.GetElapsedTime(started);
            if (!attempt.IsTransient)
            {
                return attempt;
            }

            // What the server once said is worth more than that it did not answer the last attempt within the rest of the time.
            lastAnswer = attempt.Error is { Code: not null } ? attempt : lastAnswer;
            if (elapsed + delay > timeout)
            {
                return lastAnswer ?? attempt;
            }

            if (elapsed >= nextLog)
            {
                RegistrationLog.TryingOn(logger, deploymentUri, attempts, elapsed.TotalSeconds, attempt.Reason);
                nextLog = elapsed + LogInterval;
            }

            await Task.Delay(delay, timeProvider, cancellationToken);
            delay = delay * 2 < LongestDelay ? delay * 2 : LongestDelay;
        }
    }

    private async Task<RegistrationAttempt> TryOnceAsync(
        Uri deploymentUri, RegisterDeploymentOptions request, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var limitSource = new CancellationTokenSource(limit, timeProvider);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(limitSource.Token, cancellationToken);
        try
        {
            return RegistrationAttempt.Succeeded(await _admin.Deployments.RegisterAsync(deploymentUri, request, linked.Token));
        }
        catch (RestateClientException error) when (error.Refusal is { } refusal)
        {
            return RegistrationAttempt.Failed(RegistrationErrors.Refused(deploymentUri, options.AdminUri, refusal), refusal.IsTransient, refusal.Message);
        }
        catch (RestateUnavailableException error)
        {
            return Unreachable(deploymentUri, error.InnerException);
        }
        catch (RestateClientException error)
        {
            return RegistrationAttempt.Failed(RegistrationErrors.NotAdminApi(deploymentUri, options.AdminUri, error), isTransient: false, reason: "");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Unreachable(deploymentUri, error: null);
        }
    }

    private RegisterDeploymentOptions Request(bool force)
    {
        var request = new RegisterDeploymentOptions { Force = force, Breaking = options.Breaking, UseHttp11 = options.UseHttp11 };
        foreach (var (name, value) in options.Metadata)
        {
            request.Metadata[name] = value;
        }

        foreach (var (name, value) in options.AdditionalHeaders)
        {
            request.AdditionalHeaders[name] = value;
        }

        return request;
    }

    private RegistrationAttempt Unreachable(Uri deploymentUri, Exception? error) => RegistrationAttempt.Failed(
        RegistrationErrors.AdminUnreachable(deploymentUri, options.AdminUri, options.Timeout, error),
        isTransient: true,
        error is null ? "the admin API did not answer in time" : $"the admin API is not reachable: {error.Message}");

    // How often and how long is decided here, with more patience than the admin client has.
    private static RestateAdmin CreateAdmin(RestateRegistrationOptions options, HttpClient client, ILogger logger, TimeProvider timeProvider)
    {
        var settings = new RestateAdminOptions { AdminUri = options.AdminUri, RequestTimeout = Timeout.InfiniteTimeSpan, Retry = { MaxAttempts = 1 } };
        return RestateAdmin.Create(settings, () => client, static () => new PayloadCoder(DefaultSerializer.Create()), timeProvider, logger);
    }
}
