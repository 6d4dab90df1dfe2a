using Restate.Actors.Admin;

namespace Restate.Actors.Internal.Admin;

/// <summary>Looks at what needs a deployment, and waits until nothing does.</summary>
internal sealed class DeploymentDrain(SqlEndpoint sql, IServiceAdmin services, TimeProvider time)
{
    private const int Shown = 10;

    // After a registration an attempt may still begin on the deployment before, and is bound to it a moment later.
    private const int LooksInARow = 2;

    public async Task<DeploymentUsage> LookAsync(string deploymentId, CancellationToken cancellationToken)
    {
        // Services first: what begins after this look goes to the deployments that it has found.
        var current = await services.ListAsync(cancellationToken).ConfigureAwait(false);
        var counted = await sql.QueryAsync(InvocationQuery.CountOn(deploymentId), cancellationToken).ConfigureAwait(false);
        var count = counted[0]["invocations"]!.GetValue<long>();
        return new DeploymentUsage
        {
            DeploymentId = deploymentId,
            InvocationCount = count,
            OldestInvocations = count == 0
                ? []
                : await sql.QueryAsync(InvocationQuery.OldestOn(deploymentId, Shown), AdminJson.Default.InvocationInfo, cancellationToken).ConfigureAwait(false),
            CurrentServices = [.. current.Where(service => string.Equals(service.DeploymentId, deploymentId, StringComparison.Ordinal)).Select(service => service.Name)],
        };
    }

    public async Task WaitAsync(string deploymentId, DrainOptions options, CancellationToken cancellationToken)
    {
        Check(options);
        var started = time.GetTimestamp();
        for (var looks = 0; ;)
        {
            var usage = await LookAsync(deploymentId, cancellationToken).ConfigureAwait(false);
            options.Progress?.Report(usage);
            if (usage.CurrentServices.Count > 0)
            {
                throw new RestateConflictException($"Deployment {deploymentId} cannot be drained.\n{DrainAdvice.For(usage)}");
            }

            looks = usage.IsDrained ? looks + 1 : 0;
            if (looks == LooksInARow)
            {
                return;
            }

            if (options.Timeout != Timeout.InfiniteTimeSpan && time.GetElapsedTime(started) + options.Interval > options.Timeout)
            {
                throw new TimeoutException($"Deployment {deploymentId} was not drained within {options.Timeout}.\n{DrainAdvice.For(usage)}");
            }

            await Task.Delay(options.Interval, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private static void Check(DrainOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.Interval, TimeSpan.Zero, "options.Interval");
        if (options.Timeout != Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(options.Timeout, TimeSpan.Zero, "options.Timeout");
        }
    }
}
