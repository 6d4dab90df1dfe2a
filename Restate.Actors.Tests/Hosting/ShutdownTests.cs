using System.Net;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Hosting;

/// <summary>The host stops. Its own timeout is long: what ends here ends without it.</summary>
public sealed class ShutdownTests
{
    [Fact]
    [Capability("Hosting", "Graceful shutdown")]
    public async Task OnlyParkedInvocations_AreSuspendedAndTheHostStops()
    {
        await using var host = await EndpointHost.StartAsync();
        host.Script.Handler = WaitAsync;
        InvocationStream[] parked = [.. Enumerable.Range(0, 20).Select(number => host.Invoke(JournalScript.Object() with { Key = $"{number}" }))];
        foreach (var stream in parked)
        {
            await stream.ResponseAsync();
        }

        var stopping = host.StopAsync();

        foreach (var stream in parked)
        {
            Assert.Equal(["Suspension waiting_signals=[17,1]"], await stream.FinishAsync());
            await stream.DisposeAsync();
        }

        await stopping.WaitAsync(AttemptPeer.Patience);
        Assert.Empty(host.Log.Lines);
    }

    [Fact]
    public async Task Stopping_NewInvocation_503()
    {
        await using var host = await EndpointHost.StartAsync();
        host.Lifetime.StopApplication();

        await using var stream = host.Invoke(JournalScript.Object());

        var response = await stream.ResponseAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("1", response.Headers.GetValues("Retry-After").Single());
        stream.CloseInput();
        Assert.Equal("This endpoint is shutting down.", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task RunningInvocation_ReachesItsNextWait()
    {
        await using var host = await EndpointHost.StartAsync();
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Script.Handler = async (context, input) =>
        {
            await context.Run("s", _ => release.Task);
            return input;
        };
        await using var stream = host.Invoke(JournalScript.Object());
        Assert.Equal("RunCommand result_completion_id=1 name=s", await stream.ReadAsync());

        var stopping = host.StopAsync();
        Assert.False(stopping.IsCompleted);
        release.SetResult();

        Assert.Equal(["ProposeRunCompletion result_completion_id=1 value=", "Suspension waiting_completions=[1] waiting_signals=[1]"], await stream.FinishAsync());
        await stopping.WaitAsync(AttemptPeer.Patience);
    }

    [Fact]
    public async Task Stopping_StepRuns_NewInvocationsAreRefusedWithoutCostUntilItEnds()
    {
        await using var host = await EndpointHost.StartAsync();
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Script.Handler = async (context, input) =>
        {
            await context.Run("s", _ => release.Task);
            return input;
        };
        await using var running = host.Invoke(JournalScript.Object());
        await running.ReadAsync();
        var stopping = host.StopAsync();

        await using var refused = host.Invoke(JournalScript.Object() with { Key = "other" });

        var response = await refused.ResponseAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("1", response.Headers.GetValues("Retry-After").Single());
        refused.CloseInput();
        Assert.False(stopping.IsCompleted);
        release.SetResult();
        await running.FinishAsync();
        await stopping.WaitAsync(AttemptPeer.Patience);
        Assert.Empty(host.Log.Lines);
    }

    [Fact]
    public async Task StepDoesNotEnd_IsCutWhenTheTimeIsOver()
    {
        await using var host = await EndpointHost.StartAsync(shutdownTimeout: TimeSpan.FromMilliseconds(200));
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Script.Handler = async (context, input) =>
        {
            await context.Run("s", async run =>
            {
                using var registration = run.AttemptAborted.Register(told.SetResult);
                await Task.Delay(Timeout.InfiniteTimeSpan, run.AttemptAborted);
            });
            return input;
        };
        await using var stream = host.Invoke(JournalScript.Object());
        await stream.ReadAsync();

        await host.StopAsync().WaitAsync(AttemptPeer.Patience);

        await told.Task.WaitAsync(AttemptPeer.Patience);
        await Bounded.BecomesAsync(() => host.Engine.RunningCount == 0);
        Assert.Equal(
            [
                "Warning: 1 attempts had not come to a wait when the time for the shutdown was over, and are cut. The server makes them again, with their last steps. "
                + "HostOptions.ShutdownTimeout should be longer than the longest step.",
            ],
            host.Log.Lines);
    }

    private static async Task<string> WaitAsync(IActorContext context, string input)
    {
        await context.CreateAwakeable<int>().Task;
        return input;
    }
}
