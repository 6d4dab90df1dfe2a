using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Attempts;

/// <summary>The engine stops: who waits is suspended at once, who runs at the next wait.</summary>
public sealed class ShutdownTests
{
    private const string Suspension = "Suspension waiting_signals=[17,1]";

    [Fact]
    public async Task Waiting_IsSuspendedAtOnce_AlthoughTheInputIsOpen()
    {
        await using var host = new EngineHost();
        host.Script.Handler = WaitAsync;
        var peer = AttemptPeer.Start(host, JournalScript.Object());

        host.Engine.Stop();

        Assert.Equal([Suspension], await peer.FinishAsync());
        Assert.True(host.Engine.IsStopping);
    }

    [Fact]
    public async Task Running_IsSuspendedAtItsNextWait()
    {
        await using var host = new EngineHost();
        host.Script.Handler = async (context, input) =>
        {
            host.Engine.Stop();
            context.States.Get<int>("n").Set(1);
            return await WaitAsync(context, input);
        };

        var peer = AttemptPeer.Start(host, JournalScript.Object());

        Assert.Equal(["SetStateCommand key=n value=1", Suspension], await peer.FinishAsync());
    }

    [Fact]
    public async Task Running_NeedsNothingMore_Ends()
    {
        await using var host = new EngineHost();
        host.Script.Handler = (_, input) =>
        {
            host.Engine.Stop();
            return Task.FromResult(input);
        };

        Assert.Equal(["OutputCommand value=\"in\"", "End"], await AttemptPeer.Start(host, JournalScript.Object()).FinishAsync());
    }

    [Fact]
    public async Task StepRuns_ItsResultIsStoredFirst()
    {
        await using var host = new EngineHost();
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Script.Handler = async (context, input) =>
        {
            await context.Run("s", _ => release.Task);
            return input;
        };
        var peer = AttemptPeer.Start(host, JournalScript.Object());
        peer.Take();

        host.Engine.Stop();
        release.SetResult();

        Assert.Equal(["ProposeRunCompletion result_completion_id=1 value=", "Suspension waiting_completions=[1] waiting_signals=[1]"], await peer.FinishAsync());
    }

    [Fact]
    public async Task StartsAfterwards_IsSuspendedToo()
    {
        await using var host = new EngineHost();
        host.Script.Handler = WaitAsync;
        host.Engine.Stop();

        var peer = AttemptPeer.Start(host, JournalScript.Object());

        Assert.Equal([Suspension], await peer.FinishAsync());
    }

    private static async Task<string> WaitAsync(IActorContext context, string input)
    {
        await context.CreateAwakeable<int>().Task;
        return input;
    }
}
