using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Restate.Actors.Internal.Protocol;
using Restate.Actors.Tests.Attempts.Actors;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Attempts;

/// <summary>What the process sees of attempts that went wrong: nothing. Alone, since what is watched is global.</summary>
[Collection(nameof(ObservationTests))]
[CollectionDefinition(nameof(ObservationTests), DisableParallelization = true)]
public sealed class ObservationTests
{
    [Fact]
    public async Task FailuresOfAllKinds_NoUnobservedException()
    {
        ConcurrentQueue<Exception> unobserved = new();
        EventHandler<UnobservedTaskExceptionEventArgs> watch = (_, args) => unobserved.Enqueue(args.Exception);
        CollectFully();
        TaskScheduler.UnobservedTaskException += watch;
        await using (var host = new EngineHost())
        {
            await FailAsync(host);
        }

        CollectFully();
        TaskScheduler.UnobservedTaskException -= watch;

        Assert.Empty(unobserved);
    }

    [Fact]
    public async Task AttemptHasEnded_WhatItLeftBehindDoesNotKeepIt()
    {
        await using var host = new EngineHost();
        using var applicationLifetime = new CancellationTokenSource();
        var attempt = await LeaveATokenRegistrationBehindAsync(host, applicationLifetime.Token);

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(attempt.IsAlive);
        GC.KeepAlive(applicationLifetime);
    }

    // Also what other tests have left behind comes to light here.
    private static void CollectFully()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> LeaveATokenRegistrationBehindAsync(EngineHost host, CancellationToken token)
    {
        WeakReference? reference = null;
        host.Script.Handler = async (context, input) =>
        {
            // Keeps the flow of the handler, as a timer does.
            token.Register(static () => { });
            reference = new WeakReference(context);
            await context.Actors.GetActor<IGreeter>().Call(greeter => greeter.GreetAsync(input), new CallOptions(), token);
            return input;
        };
        var peer = AttemptPeer.Start(host, JournalScript.Basic());
        peer.Send(WireFrame.Completion(MessageType.CallCompletion, 2, "\"x\""));
        await peer.FinishAsync();
        host.Script.Handler = (_, input) => Task.FromResult(input);
        return reference!;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task FailAsync(EngineHost host)
    {
        host.Script.Handler = async (context, input) =>
        {
            var calls = Enumerable.Range(0, 3).Select(_ => context.Actors.GetActor<IGreeter>().GreetAsync(input)).ToArray();
            await context.Sleep(TimeSpan.FromSeconds(1));
            return input;
        };

        // Failures of calls that nobody awaits; cancellation of them; a suspension; an abort.
        var failed = AttemptPeer.Start(host, JournalScript.Basic());
        failed.Send(WireFrame.FailedCompletion(MessageType.CallCompletion, 2, 500, "no"), WireFrame.Completion(MessageType.SleepCompletion, 7));
        await failed.FinishAsync();
        var cancelled = AttemptPeer.Start(host, JournalScript.Basic());
        cancelled.Send(WireFrame.Cancel(), WireFrame.InvocationId(1, "inv_1a"), WireFrame.InvocationId(3, "inv_1b"), WireFrame.InvocationId(5, "inv_1c"));
        await cancelled.FinishAsync();
        AttemptPeer.Start(host, JournalScript.Basic(), isInputClosed: true);
        var aborted = AttemptPeer.Start(host, JournalScript.Basic());
        aborted.Take();
        aborted.Abort();
        await aborted.WasGivenUpAsync();

        // A step that is told to stop and fails of it, whose callback fails besides.
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var failing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Script.Handler = async (context, input) =>
        {
            await context.Run("s", async run =>
            {
                run.AttemptAborted.Register(() =>
                {
                    failing.SetResult();
                    throw new InvalidOperationException("callback");
                });
                started.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, run.AttemptAborted);
            });
            return input;
        };
        var stepping = AttemptPeer.Start(host, JournalScript.Basic());
        await started.Task.WaitAsync(AttemptPeer.Patience);
        stepping.LoseInput();
        await stepping.Ended.WaitAsync(AttemptPeer.Patience);
        await failing.Task.WaitAsync(AttemptPeer.Patience);

        // A call whose token fires on a foreign thread, after the attempt too.
        using var token = new CancellationTokenSource();
        host.Script.Handler = async (context, input) =>
            await context.Actors.GetActor<IGreeter>().Call(greeter => greeter.GreetAsync(input), new CallOptions(), token.Token);
        var calling = AttemptPeer.Start(host, JournalScript.Basic());
        var suspended = AttemptPeer.Start(host, JournalScript.Basic(), isInputClosed: true);
        Assert.True(suspended.Ended.IsCompleted);
        await token.CancelAsync();
        calling.Send(WireFrame.Completion(MessageType.CallCompletion, 2, "\"x\""));
        Assert.StartsWith("Error code=500 message=[RSTA2003]", (await calling.FinishAsync())[^1], StringComparison.Ordinal);
    }
}
