using Restate.Actors.Internal.Protocol;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Attempts;

/// <summary>The thread of an attempt's loop executes a step while the loop sleeps.</summary>
public sealed class StepThreadTests
{
    private static readonly AsyncLocal<string?> Local = new();

    [Fact]
    public async Task Step_EndsAtOnce_ItsResultGoesWithItsCommand()
    {
        await using var host = new EngineHost();
        host.Script.Handler = static async (context, _) => await context.Run("s", _ => Task.FromResult("done"));

        var attempt = await Task.Run(() => AttemptPeer.Start(host, JournalScript.Basic()));

        Assert.Equal(["RunCommand result_completion_id=1 name=s", "ProposeRunCompletion result_completion_id=1 value=\"done\""], attempt.Take());
        Assert.Single(attempt.Notes, "flush");
        attempt.Send(WireFrame.Completion(MessageType.RunCompletion, 1, "\"done\""));
        await attempt.FinishAsync();
    }

    [Fact]
    public async Task Step_Waits_ItsCommandIsSentMeanwhile()
    {
        await using var host = new EngineHost();
        var result = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Script.Handler = async (context, _) => await context.Run("s", _ => result.Task);

        var attempt = AttemptPeer.Start(host, JournalScript.Basic());

        Assert.Equal(["RunCommand result_completion_id=1 name=s"], attempt.Take());
        result.SetResult("done");
        await attempt.NextAsync("ProposeRunCompletion result_completion_id=1 value=\"done\"");
        attempt.Send(WireFrame.Completion(MessageType.RunCompletion, 1, "\"done\""));
        await attempt.FinishAsync();
    }

    [Fact]
    public async Task Step_BlocksItsThread_WhatWasHeldBackIsSentAllTheSame()
    {
        await using var host = new EngineHost();
        using var release = new ManualResetEventSlim();
        host.Script.Handler = async (context, _) => await context.Run("s", _ =>
        {
            release.Wait(AttemptPeer.Patience);
            return Task.FromResult("done");
        });
        var attempt = AttemptPeer.Prepare(host, JournalScript.Basic());
        foreach (var frame in JournalScript.Basic().ToFrames())
        {
            attempt.SendBytes(frame.ToBytes());
        }

        var thread = Task.Run(attempt.Run);
        await attempt.NextAsync("RunCommand result_completion_id=1 name=s");
        release.Set();

        await attempt.NextAsync("ProposeRunCompletion result_completion_id=1 value=\"done\"");
        await thread.WaitAsync(AttemptPeer.Patience);
        attempt.Send(WireFrame.Completion(MessageType.RunCompletion, 1, "\"done\""));
        await attempt.FinishAsync();
    }

    [Fact]
    public async Task Steps_ManyInARowWithoutAWaitBetween_EachIsExecutedOnce()
    {
        const int Count = 5000;
        await using var host = new EngineHost();
        var executed = 0;
        host.Script.Handler = async (context, _) =>
        {
            var steps = Enumerable.Range(0, Count).Select(_ => context.Run("s", _ => Task.FromResult(Interlocked.Increment(ref executed)))).ToArray();
            await Task.WhenAll(steps);
            return "done";
        };
        var attempt = AttemptPeer.Start(host, JournalScript.Basic());

        var proposals = 0;
        while (proposals < Count)
        {
            proposals += (await attempt.NextAsync()).Count(message => message.StartsWith("ProposeRunCompletion", StringComparison.Ordinal));
        }

        Assert.Equal(Count, proposals);
        Assert.Equal(Count, Volatile.Read(ref executed));
        attempt.Send([.. Enumerable.Range(1, Count).Select(id => WireFrame.Completion(MessageType.RunCompletion, (uint)id, "1"))]);
        await attempt.FinishAsync();
    }

    [Fact]
    public async Task Step_OnTheThreadOfTheLoop_SeesNothingOfItsCaller()
    {
        await using var host = new EngineHost();
        Local.Value = "caller";
        string? seen = null;
        SynchronizationContext? context = null;
        host.Script.Handler = async (actor, _) => await actor.Run("s", _ =>
        {
            seen = Local.Value ?? "nothing";
            context = SynchronizationContext.Current;
            return Task.FromResult("done");
        });

        var attempt = await Task.Run(() => AttemptPeer.Start(host, JournalScript.Basic()));

        Assert.Equal("ProposeRunCompletion result_completion_id=1 value=\"done\"", attempt.Take()[^1]);
        Assert.Equal("nothing", seen);
        Assert.Null(context);
        Assert.Equal("caller", Local.Value);
        attempt.Send(WireFrame.Completion(MessageType.RunCompletion, 1, "\"done\""));
        await attempt.FinishAsync();
    }
}
