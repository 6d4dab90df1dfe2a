using Restate.Actors.Internal.Protocol;
using Restate.Actors.Testing.Internal.Exploration;
using Restate.Actors.Testing.Internal.Time;
using Restate.Actors.Testing.Internal.Wire;

namespace Restate.Actors.Testing.Internal.Server;

/// <summary>Starts attempts, takes what they send, and ends them.</summary>
internal sealed class AttemptRunner(TestServer server, CommandEffects effects, IFaultPlan faults, bool replaysAlways)
{
    /// <summary>Starts the next attempt of an invocation.</summary>
    public void Start(ServerInvocation invocation)
    {
        if (server.IsEnded || invocation.IsCompleted || invocation.Attempt is not null)
        {
            return;
        }

        invocation.Status = InvocationStatus.Running;
        invocation.Awaited = [];
        invocation.Retries.Attempts++;
        invocation.LastMessage = server.Time.GetUtcNow();
        var attempt = invocation.Attempt = Connect(invocation);
        attempt.Connection.Send([ServerMessages.Start(DescribeStart(invocation)), .. invocation.Journal]);
        invocation.JournalSent();
        if (replaysAlways || invocation.Handler.Options.InactivityTimeout == TimeSpan.Zero || faults.EndsInputAtOnce())
        {
            attempt.Connection.EndInput();
        }

        _ = RunAsync(attempt);
    }

    /// <summary>Gives the attempt of an invocation up, as if its connection were lost.</summary>
    public static void Abandon(ServerInvocation invocation)
    {
        if (invocation.Attempt is { } attempt)
        {
            invocation.Attempt = null;
            attempt.Connection.Abort();
        }
    }

    // Never fails. It begins here and goes on wherever it is woken; it holds the clock until it is parked, and again from each wake-up on.
    private static async Task RunAsync(ServerAttempt attempt)
    {
        var handler = attempt.Invocation.Handler;
        ClockHold.Current = attempt.Hold;
        attempt.Hold.Begin();
        await handler.Engine.RunAsync(handler.Invoker, attempt.Connection).ConfigureAwait(false);
        attempt.Hold.End();
    }

    private ServerAttempt Connect(ServerInvocation invocation)
    {
        ServerAttempt? attempt = null;
        var hold = new ClockHold(server.Loop);
        var connection = MemoryConnection.Create(
            messages =>
            {
                foreach (var message in messages)
                {
                    server.Loop.PostFromElsewhere(attempt!, () => Receive(attempt!, message));
                }
            },
            () => server.Loop.PostFromElsewhere(attempt!, () => WasReset(attempt!)),
            hold);
        return attempt = new ServerAttempt(invocation) { Connection = connection, Hold = hold };
    }

    private AttemptStart DescribeStart(ServerInvocation invocation)
    {
        var isPartial = !invocation.Handler.HasState || invocation.Handler.Options.IsLazyState;
        if (invocation.Handler is { IsWorkflow: true, IsWorkflowRun: false })
        {
            // Removes what has been kept long enough.
            server.Invocations.FindWorkflow(invocation.Target);
        }

        var retries = invocation.Retries;
        return new AttemptStart
        {
            Id = invocation.Id,
            RawId = invocation.Identity.Raw,
            RandomSeed = invocation.Identity.RandomSeed,
            Key = invocation.Target.Key,
            KnownEntries = invocation.Journal.Count,
            IsPartial = isPartial,
            State = isPartial ? [] : server.State.GetAll(invocation.Target),
            RetryCount = retries.Failures,
            RetryDuration = retries.Failures == 0 ? TimeSpan.Zero : server.Time.GetUtcNow() - retries.LastStored,
        };
    }

    private void Receive(ServerAttempt attempt, JournalEntry message)
    {
        var invocation = attempt.Invocation;
        if (invocation.Attempt != attempt)
        {
            // The server listens to a newer attempt.
            return;
        }

        switch (faults.Before(message.Type))
        {
            case Fault.Cut:
                Abandon(invocation);
                Start(invocation);
                return;
            case Fault.Overlap:
                invocation.Attempt = null;
                Start(invocation);
                server.Loop.Post(new object(), attempt.Connection.Abort);
                return;
            case Fault.None:
            default:
                Take(attempt, message);
                return;
        }
    }

    private void Take(ServerAttempt attempt, JournalEntry message)
    {
        var invocation = attempt.Invocation;
        invocation.LastMessage = server.Time.GetUtcNow();
        switch (message.Type)
        {
            case MessageType.Suspension:
                Finish(attempt);
                invocation.Retries.PolicyWaits = 0;
                invocation.Status = InvocationStatus.Suspended;
                invocation.Awaited = SuspensionMessage.Read(message.Payload);
                server.ResumeIfReady(invocation);
                break;
            case MessageType.End:
                Finish(attempt);
                server.Complete(invocation, invocation.Output!);
                break;
            case MessageType.Error:
                Finish(attempt);
                server.Retries.Fail(invocation, AttemptError.Read(message.Payload));
                break;
            case MessageType.ProposeRunCompletion:
                var proposal = RunProposal.Read(message.Payload);
                server.Notify(invocation, MessageType.RunCompletion, NotificationId.Completion(proposal.CompletionId), proposal.Result);
                break;
            default:
                invocation.Add(message);
                invocation.Retries.CommandStored(server.Time.GetUtcNow());
                effects.Apply(invocation, message);
                break;
        }
    }

    private void WasReset(ServerAttempt attempt)
    {
        if (attempt.Invocation.Attempt == attempt)
        {
            attempt.Invocation.Attempt = null;
            server.Retries.Fail(attempt.Invocation, new AttemptError(ErrorCodes.Internal, "The attempt broke its stream off; the log says why."));
        }
    }

    private static void Finish(ServerAttempt attempt)
    {
        attempt.Invocation.Attempt = null;
        attempt.Connection.EndInput();
    }
}
