using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Attempts;

/// <summary>An attempt that ends before its handler: no code of the handler runs any more, whatever it waits for.</summary>
public sealed class AbandonmentTests
{
    public enum Ending
    {
        Suspension,
        Abort,
        LostInput,
        NewerAttempt,
    }

    [Theory]
    [Capability("Errors", "User `catch (Exception)` cannot swallow suspension")]
    [Capability("Soundness", "Suspension runs no user code")]
    [InlineData(Ending.Suspension)]
    [InlineData(Ending.Abort)]
    [InlineData(Ending.LostInput)]
    [InlineData(Ending.NewerAttempt)]
    public async Task HandlerWaits_AttemptEnds_NeitherCatchNorFinallyRuns(Ending ending)
    {
        await using var host = new EngineHost();
        var codeRan = false;
        var disposals = 0;
        host.Script.Disposal = () => disposals++;
        host.Script.Handler = async (context, input) =>
        {
            await using var resource = new Finalizing(() => codeRan = true);
            try
            {
                await Task.WhenAny(context.Sleep(TimeSpan.FromDays(1)), Task.Delay(TimeSpan.FromDays(1), context.Time));
                codeRan = true;
            }
            catch (Exception)
            {
                codeRan = true;
            }
            finally
            {
                codeRan = true;
            }

            return input;
        };
        var peer = AttemptPeer.Start(host, JournalScript.Object());
        peer.Take();

        await EndAsync(host, peer, ending);

        await peer.Ended.WaitAsync(AttemptPeer.Patience);
        Assert.Equal(ending == Ending.Suspension ? ["Suspension waiting_completions=[1,2] waiting_signals=[1]"] : [], peer.Take());
        Assert.Equal(ending != Ending.Suspension, peer.IsReset);
        Assert.False(codeRan);
        Assert.Equal(ending == Ending.NewerAttempt ? 2 : 1, disposals);
        Assert.Equal(0, host.Engine.RunningCount);
    }

    [Theory]
    [Capability("Request information", "Token that ends with the attempt")]
    [InlineData(Ending.Abort)]
    [InlineData(Ending.LostInput)]
    [InlineData(Ending.NewerAttempt)]
    public async Task StepRuns_AttemptEnds_StepIsToldAndItsOutcomeDropped(Ending ending)
    {
        await using var host = new EngineHost();
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var finished = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var isFirst = true;
        host.Script.Handler = async (context, input) =>
        {
            if (isFirst)
            {
                isFirst = false;
                await context.Run("s", async run =>
                {
                    using var registration = run.AttemptAborted.Register(told.SetResult);
                    started.SetResult();
                    await release.Task;
                    finished.SetResult();
                });
            }

            return input;
        };
        var peer = AttemptPeer.Start(host, JournalScript.Object());
        Assert.Equal(["RunCommand result_completion_id=1 name=s"], await peer.NextAsync());
        await started.Task.WaitAsync(AttemptPeer.Patience);

        await EndAsync(host, peer, ending);

        await peer.WasGivenUpAsync();
        await told.Task.WaitAsync(AttemptPeer.Patience);
        release.SetResult();
        await finished.Task.WaitAsync(AttemptPeer.Patience);
        Assert.Empty(peer.Take());
        Assert.Equal("flush", peer.Notes[^1] == "cancel the read" ? "flush" : peer.Notes.Last(note => note != "wait for input"));
    }

    [Fact]
    public async Task OutputIsLost_AttemptEnds()
    {
        await using var host = new EngineHost();
        host.Script.Handler = async (context, input) =>
        {
            await context.Sleep(TimeSpan.FromDays(1));
            return input;
        };
        var peer = AttemptPeer.Prepare(host, JournalScript.Object());
        peer.StopReading();
        foreach (var frame in JournalScript.Object().ToFrames())
        {
            peer.SendBytes(frame.ToBytes());
        }

        peer.Run();

        await peer.Ended.WaitAsync(AttemptPeer.Patience);
        Assert.True(peer.IsReset);
    }

    [Fact]
    public async Task Abort_DuringATurn_TurnGoesOnToItsNextWaitAndNothingIsSent()
    {
        await using var host = new EngineHost();
        AttemptPeer? peer = null;
        var after = false;
        host.Script.Handler = async (context, input) =>
        {
            peer!.Abort();
            context.States.Get<int>("n").Set(1);
            await context.Sleep(TimeSpan.FromSeconds(1));
            after = true;
            return input;
        };
        peer = AttemptPeer.Prepare(host, JournalScript.Object());
        foreach (var frame in JournalScript.Object().ToFrames())
        {
            peer.SendBytes(frame.ToBytes());
        }

        peer.Run();

        await peer.WasGivenUpAsync();
        Assert.False(after);
        Assert.DoesNotContain("flush", peer.Notes);
    }

    [Fact]
    public async Task InputIsLost_BeforeTheJournalIsComplete_NoCodeRuns()
    {
        await using var host = new EngineHost();
        var constructed = false;
        host.Script.Construction = () => constructed = true;
        var peer = AttemptPeer.Prepare(host, JournalScript.Object());
        peer.Run();
        peer.SendBytes(JournalScript.Object().ToFrames().First().ToBytes());

        peer.LoseInput();

        await peer.WasGivenUpAsync();
        Assert.False(constructed);
        Assert.Equal(0, host.Engine.RunningCount);
    }

    [Fact]
    [Capability("Hosting", "Dependency injection per invocation")]
    public async Task ScopeCannotBeDisposed_OutcomeStandsAndIsLogged()
    {
        await using var host = new EngineHost();
        var disposals = 0;
        host.Script.Disposal = () =>
        {
            disposals++;
            throw new InvalidOperationException("stuck");
        };

        var peer = AttemptPeer.Start(host, JournalScript.Object());

        Assert.Equal(["OutputCommand value=\"in\"", "End"], await peer.FinishAsync());
        Assert.Equal(1, disposals);
        Assert.Equal(["Warning: A scoped service of Engine.Object/Run failed while it was disposed."], host.Log.Lines);
    }

    [Fact]
    public async Task ServerDoesNotEndItsSide_AttemptWaitsForABoundedTime()
    {
        var clock = new ManualClock();
        await using var host = new EngineHost(clock: clock);
        var peer = AttemptPeer.Start(host, JournalScript.Object());
        Assert.Equal(2, peer.Take().Length);
        Assert.False(peer.Ended.IsCompleted);

        clock.Advance(TimeSpan.FromSeconds(5));

        await peer.Ended.WaitAsync(AttemptPeer.Patience);
        Assert.False(peer.IsReset);
        Assert.Equal("cancel the read", peer.Notes[^1]);
    }

    private static async Task EndAsync(EngineHost host, AttemptPeer peer, Ending ending)
    {
        switch (ending)
        {
            case Ending.Suspension:
                peer.CloseInput();
                break;
            case Ending.Abort:
                peer.Abort();
                break;
            case Ending.LostInput:
                peer.LoseInput();
                break;
            case Ending.NewerAttempt:
                host.Script.Handler = (_, input) => Task.FromResult(input);
                await AttemptPeer.Start(host, JournalScript.Object()).FinishAsync();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(ending));
        }
    }

    private sealed class Finalizing(Action finalize) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            finalize();
            return ValueTask.CompletedTask;
        }
    }
}
