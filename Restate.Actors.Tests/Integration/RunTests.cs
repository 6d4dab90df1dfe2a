using Restate.Actors.Tests.Integration.Actors;
using Restate.Actors.Tests.Integration.Servers;
using Xunit;

namespace Restate.Actors.Tests.Integration;

public abstract class RunTests(ActorBackend backend) : ActorTest(backend)
{
    private IWorker Worker => Client.GetActor<IWorker>();

    [Fact]
    [Capability("Side effects (run)", "Run and store result")]
    public async Task Run_HandlerFailsLater_StepIsNotExecutedAgain()
    {
        var results = await Worker.OnceAsync(Key);

        Assert.Equal([1, 1], results);
        Assert.Single(Probe.Notes($"{Key}/first"));
        Assert.Single(Probe.Notes($"{Key}/second"));
        Assert.True(Probe.Notes($"{Key}/between").Count >= 2);
    }

    [Fact]
    [Capability("Hosting", "HTTP/1.1 request/response mode")]
    public async Task Run_WithoutResult_IsExecutedOnce()
    {
        await Worker.NothingAsync(Key);

        Assert.Single(Probe.Notes(Key));
    }

    [Fact]
    public async Task Run_TerminalError_ReachesTheCaller()
    {
        var error = await Assert.ThrowsAsync<TerminalException>(Worker.FailAsync);

        Assert.Equal("the step failed", error.Message);
        Assert.Equal(422, error.Code);
    }

    [Fact]
    [Capability("Side effects (run)", "Terminal failure of a run is stored")]
    public async Task Run_TerminalErrorCaught_HandlerGoesOn()
    {
        Assert.Equal("422 the step failed", await Worker.FailAndCatchAsync());
    }

    [Fact]
    [Capability("Side effects (run)", "Retry policy per run")]
    public async Task Run_FailsTwiceWithPolicy_IsExecutedAgainUntilItSucceeds()
    {
        Assert.Equal(3, await Worker.SucceedAtAsync(Key, execution: 3, maxAttempts: 5));
        Assert.Equal(3, Probe.Notes(Key).Count);
    }

    [Fact]
    public async Task Run_FailsTwiceWithoutPolicy_IsExecutedAgainByTheServersPolicy()
    {
        Assert.Equal(3, await Worker.SucceedAtAsync(Key, execution: 3, maxAttempts: null));
        Assert.Equal(3, Probe.Notes(Key).Count);
    }

    [Fact]
    [Capability("Side effects (run)", "Retry policy per run")]
    public async Task Run_PolicyExhausted_IsTerminalAfterThatManyExecutions()
    {
        var error = await Assert.ThrowsAsync<TerminalException>(() => Worker.GiveUpAsync(Key));

        Assert.Equal("planned failure", error.Message);
        Assert.Equal(500, error.Code);
        Assert.Equal(3, Probe.Notes(Key).Count);
    }

    [Fact]
    [Capability("Side effects (run)", "Run as a future (parallel runs)")]
    public async Task Run_TwentyAtOnce_ResultsAreInOrder()
    {
        Assert.Equal(Enumerable.Range(0, 20).Select(number => number * number), await Worker.ParallelAsync(20));
    }

    [Fact]
    [Capability("Soundness", "A step goes on after the acknowledgement; parallel results belong to their command")]
    public async Task Run_OneOfThreeAtOnceFailsTwice_AllSucceed()
    {
        Assert.Equal([1, 3, 2], await Worker.ParallelWithRetryAsync(Key));
        Assert.Equal(3, Probe.Notes(Key).Count);
    }

    [Fact]
    public async Task Run_LargeResult_IsReturnedWhole()
    {
        Assert.Equal(3_000_000, (await Worker.LargeAsync(3_000_000)).Length);
    }

    [Fact]
    public async Task Run_ResultThatCannotBeSerialized_IsTerminal()
    {
        var error = await Assert.ThrowsAsync<TerminalException>(Worker.UnserializableAsync);

        Assert.StartsWith("The result of the step 'wrong' of type System.Type cannot be serialized: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Capability("Side effects (run)", "Context operations inside a run are blocked")]
    public async Task Run_DurableOperationInside_FailsTheAttemptWithTheRemedy()
    {
        Logs.Expect("RSTA2010");
        var call = await Worker.Send(worker => worker.UseStateInsideAsync());
        var id = await call.GetIdAsync();

        var failure = await FailureAsync(id);

        Assert.Contains("[RSTA2010] Sleep was used inside", failure, StringComparison.Ordinal);
        Assert.Contains("Inside a step nothing durable can be used; do it before or after the step and hand the value in.", failure, StringComparison.Ordinal);
    }

    [Collection(nameof(DefaultServer))]
    public sealed class OnDefault(DefaultServer server) : RunTests(server);

    [Collection(nameof(SuspendingServer))]
    public sealed class OnSuspending(SuspendingServer server) : RunTests(server);

    [Collection(nameof(LazyServer))]
    public sealed class OnLazy(LazyServer server) : RunTests(server);

    [Collection(nameof(SuspendingLazyServer))]
    public sealed class OnSuspendingLazy(SuspendingLazyServer server) : RunTests(server);

    [Collection(nameof(OldProtocolServer))]
    public sealed class OnOldProtocol(OldProtocolServer server) : RunTests(server);

    [Collection(nameof(NewProtocolServer))]
    public sealed class OnNewProtocol(NewProtocolServer server) : RunTests(server);

    [Collection(nameof(Http11Server))]
    public sealed class OnHttp11(Http11Server server) : RunTests(server);

    public sealed class OnReplayingHost() : RunTests(new ReplayingHost());
}
