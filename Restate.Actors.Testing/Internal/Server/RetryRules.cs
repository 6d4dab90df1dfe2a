using Restate.Actors.Internal.Protocol;
using Restate.Actors.Testing.Internal.Wire;

namespace Restate.Actors.Testing.Internal.Server;

/// <summary>What the server does after an attempt has failed.</summary>
internal sealed class RetryRules(TestServer server)
{
    public void Fail(ServerInvocation invocation, AttemptError error)
    {
        var progress = invocation.Retries;
        progress.LastError = error;
        progress.Failures++;
        if (error.Code == ErrorCodes.JournalMismatch)
        {
            Pause(invocation);
            server.FailTest(TestErrors.Mismatch(invocation, error));
            return;
        }

        var policy = invocation.Handler.Options;
        if (error.NextRetryDelay is { } delay)
        {
            BackOff(invocation, delay);
        }
        else if (progress.PolicyWaits + 1 < policy.RetryMaxAttempts)
        {
            BackOff(invocation, policy.RetryWait(progress.PolicyWaits++));
        }
        else if (policy.OnMaxAttempts == OnMaxAttempts.Kill)
        {
            server.Complete(invocation, InvocationResult.Failed(error.Code, error.Message));
        }
        else
        {
            Pause(invocation);
            server.ReportPause(invocation);
        }
    }

    /// <summary>Starts the attempts of a paused invocation anew, or ends its wait for the next one.</summary>
    public void Resume(ServerInvocation invocation)
    {
        if (invocation.Status is InvocationStatus.Paused or InvocationStatus.BackingOff)
        {
            invocation.Retries.PolicyWaits = 0;
            server.StartSoon(invocation);
        }
    }

    private void Start(ServerInvocation invocation)
    {
        if (invocation.Status == InvocationStatus.BackingOff)
        {
            server.StartSoon(invocation);
        }
    }

    private static void Pause(ServerInvocation invocation) => invocation.Status = InvocationStatus.Paused;

    private void BackOff(ServerInvocation invocation, TimeSpan wait)
    {
        invocation.Status = InvocationStatus.BackingOff;
        invocation.Timers.Add(server.Time.Schedule(
            server.Time.GetUtcNow() + wait, () => Start(invocation), $"retry of {invocation.Name}", invocation.Id));
    }
}
