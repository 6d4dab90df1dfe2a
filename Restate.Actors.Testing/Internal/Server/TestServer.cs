using Restate.Actors.Internal.Protocol;
using Restate.Actors.Testing.Internal.Exploration;
using Restate.Actors.Testing.Internal.Time;
using Restate.Actors.Testing.Internal.Wire;

namespace Restate.Actors.Testing.Internal.Server;

/// <summary>Plays the server: invocations from their start to their end.</summary>
/// <remarks>Nothing here is thread-safe: all of it is work of the <see cref="ServerLoop"/>.</remarks>
internal sealed class TestServer
{
    private static readonly NotificationId CancelSignal = NotificationId.Signal(SignalId.Cancel.Number);

    private readonly KeyLocks _locks = new();
    private readonly AttemptRunner _attempts;

    public TestServer(ServerLoop loop, VirtualTime time, ServedActors actors, IFaultPlan faults, bool replaysAlways)
    {
        Loop = loop;
        Time = time;
        Actors = actors;
        Invocations = new InvocationTable(time) { WorkflowExpired = ForgetWorkflow };
        Retries = new RetryRules(this);
        _attempts = new AttemptRunner(this, new CommandEffects(this), faults, replaysAlways);
    }

    public ServerLoop Loop { get; }

    public VirtualTime Time { get; }

    public ServedActors Actors { get; }

    public InvocationTable Invocations { get; }

    public RetryRules Retries { get; }

    public StateStore State { get; } = new();

    public PromiseStore Promises { get; } = new();

    public OutsideWaits Outside { get; } = new();

    public bool IsEnded { get; private set; }

    /// <summary>Gets the one-way calls that handlers have made.</summary>
    public List<SendEntry> Sends { get; } = [];

    /// <summary>Takes a request.</summary>
    /// <returns>The invocation, and whether the request has started it.</returns>
    public (ServerInvocation Invocation, bool IsNew) Submit(InvocationRequest request, ServedHandler handler)
    {
        if (Invocations.FindEarlier(request, handler) is { } earlier)
        {
            return (earlier, false);
        }

        var invocation = Invocations.Add(request, handler);
        invocation.Add(ServerMessages.Input(request.Headers, request.Input));
        invocation.Retries.LastStored = Time.GetUtcNow();
        if (request.StartTime > Time.GetUtcNow())
        {
            invocation.Status = InvocationStatus.Scheduled;
            invocation.Timers.Add(Time.Schedule(
                request.StartTime, () => Loop.Post(invocation, () => Enter(invocation)), $"delayed start of {invocation.Name}", invocation.Id));
        }
        else
        {
            invocation.Status = InvocationStatus.Pending;
            Deliver(invocation);
        }

        return (invocation, true);
    }

    /// <summary>Starts an attempt when its turn in the server's work comes.</summary>
    public void StartSoon(ServerInvocation invocation)
    {
        invocation.Status = InvocationStatus.Running;
        Loop.Post(invocation, () => _attempts.Start(invocation));
    }

    /// <summary>Stores a notification and makes the invocation go on if it waits for it.</summary>
    public void Notify(ServerInvocation invocation, MessageType type, NotificationId id, in NotificationResult result)
    {
        if (invocation.IsCompleted)
        {
            return;
        }

        var entry = ServerMessages.Notification(type, id, result);
        var attempt = invocation.Attempt is { Connection.IsInputEnded: false } open ? open : null;
        var now = Time.GetUtcNow();
        var isSent = attempt is not null && now - invocation.LastMessage < invocation.Handler.Options.InactivityTimeout;
        invocation.AddNotification(id, entry, isSent);
        if (isSent)
        {
            invocation.LastMessage = now;
            attempt!.Connection.Send(entry);
        }
        else if (attempt is not null)
        {
            // By now the server would have ended its side: the attempt suspends, and the next one replays.
            attempt.Connection.EndInput();
        }
        else
        {
            ResumeIfReady(invocation);
        }
    }

    public void ResumeIfReady(ServerInvocation invocation)
    {
        if (invocation.Status == InvocationStatus.Suspended && invocation.CanGoOn())
        {
            StartSoon(invocation);
        }
    }

    /// <summary>Ends an invocation.</summary>
    public void Complete(ServerInvocation invocation, InvocationResult result)
    {
        if (invocation.IsCompleted)
        {
            return;
        }

        invocation.Result = result;
        invocation.Attempt = null;
        invocation.Status = InvocationStatus.Completed;
        invocation.Completed = Time.GetUtcNow();
        foreach (var timer in invocation.Timers)
        {
            Time.Cancel(timer);
        }

        if (invocation.Handler.IsExclusive && _locks.Leave(invocation) is { } next)
        {
            StartSoon(next);
        }

        Action<InvocationResult>[] waiters = [.. invocation.Waiters];
        invocation.Waiters.Clear();
        foreach (var waiter in waiters)
        {
            waiter(result);
        }
    }

    /// <summary>Asks an invocation to stop; one that has not started never will.</summary>
    public void Cancel(ServerInvocation invocation)
    {
        if (invocation.Status is InvocationStatus.Scheduled or InvocationStatus.Pending)
        {
            Complete(invocation, InvocationResult.Failed(ErrorCodes.Cancelled, "canceled"));
            Invocations.Forget(invocation);
            return;
        }

        Notify(invocation, MessageType.SignalNotification, CancelSignal, NotificationResult.Void);
    }

    /// <summary>Ends an invocation and those that it has called, without asking them.</summary>
    public void Kill(ServerInvocation invocation)
    {
        AttemptRunner.Abandon(invocation);
        Complete(invocation, InvocationResult.Failed(ErrorCodes.Cancelled, "killed"));
        foreach (var child in invocation.Children.Where(static child => !child.IsCompleted).ToArray())
        {
            Kill(child);
        }
    }

    /// <summary>Gives all attempts up; there will be no others.</summary>
    public void End() => Loop.Post(lane: null, () =>
    {
        IsEnded = true;
        Outside.FailAll(TestErrors.Ended());
        foreach (var invocation in Invocations.All)
        {
            AttemptRunner.Abandon(invocation);
        }
    });

    /// <summary>Tells those who wait outside that an invocation on which they depend is paused.</summary>
    public void ReportPause(ServerInvocation invocation) => Outside.Fail(wait => DependsOn(wait, invocation), () => TestErrors.Paused(invocation));

    /// <summary>Lets the test fail: all waits outside end with the error, also those that come later.</summary>
    public void FailTest(ActorTestException error) => Outside.FailAll(error);

    private static bool DependsOn(ServerInvocation waited, ServerInvocation paused)
    {
        return waited == paused || waited.Children.Any(child => !child.IsCompleted && DependsOn(child, paused));
    }

    // The messages from one invocation to one key arrive in order; others overtake each other.
    private void Deliver(ServerInvocation invocation)
    {
        if (invocation.Request.CallerId is { } caller)
        {
            Loop.Post((caller, invocation.Target), () => Enter(invocation));
        }
        else
        {
            Enter(invocation);
        }
    }

    private void Enter(ServerInvocation invocation)
    {
        if (invocation.IsCompleted)
        {
            return;
        }

        invocation.Status = InvocationStatus.Pending;
        if (!invocation.Handler.IsExclusive || _locks.Enter(invocation))
        {
            StartSoon(invocation);
        }
    }

    private void ForgetWorkflow(ActorKey workflow)
    {
        State.ClearAll(workflow);
        Promises.Remove(workflow);
    }
}
