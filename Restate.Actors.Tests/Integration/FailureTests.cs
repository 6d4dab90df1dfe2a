using Restate.Actors.Tests.Integration.Actors;
using Restate.Actors.Tests.Integration.Servers;
using Xunit;

namespace Restate.Actors.Tests.Integration;

public abstract class FailureTests(ActorBackend backend) : ActorTest(backend)
{
    private IFaulty Faulty => Client.GetActor<IFaulty>();

    [Theory]
    [InlineData("terminal", 418, "wrong")]
    [InlineData("cancelled", 409, "somebody gave up")]
    [InlineData("timeout", 408, "too slow")]
    public async Task Throw_FailureThatARetryWouldRepeat_IsTerminal(string kind, int code, string message)
    {
        var error = await Assert.ThrowsAsync<TerminalException>(() => Faulty.ThrowAsync(kind));

        Assert.Equal(code, error.Code);
        Assert.Equal(message, error.Message);
        Assert.Equal(HasMetadata && kind == "terminal" ? 2 : 0, error.Metadata.Count);
    }

    [Fact]
    public async Task Throw_AnyOtherException_IsRetried()
    {
        Assert.Equal("at last", await Faulty.FailOnceAsync(Key));
        Assert.Equal(2, Probe.Notes(Key).Count);
    }

    [Fact]
    public async Task Throw_AlwaysTheSame_ServerKnowsTheReason()
    {
        var invocation = await Faulty.Send(faulty => faulty.ThrowAsync("other"));
        var id = await invocation.GetIdAsync();

        var failure = await FailureAsync(id);

        Assert.Contains("PlannedFailureException: planned failure", failure, StringComparison.Ordinal);
        Assert.Contains("Faulty.ThrowAsync", failure, StringComparison.Ordinal);
    }

    [Fact]
    [Capability("Hard cases", "Output that cannot be serialized")]
    public async Task Return_ResultThatCannotBeSerialized_IsTerminal()
    {
        var error = await Assert.ThrowsAsync<TerminalException>(() => Faulty.ReturnKnotAsync());

        Assert.StartsWith($"The result of Faulty/ReturnKnot of type {typeof(Knot)} cannot be serialized: ", error.Message, StringComparison.Ordinal);
        Assert.Equal(500, error.Code);
    }

    [Fact]
    public async Task Run_ResultThatCannotBeSerialized_IsTerminal()
    {
        var error = await Assert.ThrowsAsync<TerminalException>(() => Faulty.SendKnotAsync());

        Assert.StartsWith($"The result of the step 'knot' of type {typeof(Knot)} cannot be serialized: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Promise_OutsideAWorkflow_FailsWithTheRemedy()
    {
        Logs.Expect("is no workflow");
        var invocation = await Faulty.Send(faulty => faulty.UsePromiseAsync());
        var id = await invocation.GetIdAsync();

        var failure = await FailureAsync(id);

        Assert.Contains("Faulty/UsePromise is no workflow; only workflows have promises. Use an awakeable or a signal.", failure, StringComparison.Ordinal);
    }

    [Fact]
    [Capability("Hard cases", "`OnActivateAsync` fails")]
    public async Task Activate_TerminalError_EndsTheInvocation()
    {
        var key = $"refuse-{Key}";

        var error = await Assert.ThrowsAsync<TerminalException>(() => Client.GetActor<IPicky>(key).GreetAsync());

        Assert.Equal($"{key} is refused", error.Message);
        Assert.Equal(403, error.Code);
    }

    [Fact]
    [Capability("Hard cases", "`OnActivateAsync` fails")]
    public async Task Activate_OtherError_IsRetried()
    {
        Assert.Equal($"{Key} loaded", await Client.GetActor<IPicky>(Key).GreetAsync());
    }

    [Collection(nameof(DefaultServer))]
    public sealed class OnDefault(DefaultServer server) : FailureTests(server);

    [Collection(nameof(SuspendingServer))]
    public sealed class OnSuspending(SuspendingServer server) : FailureTests(server);

    [Collection(nameof(LazyServer))]
    public sealed class OnLazy(LazyServer server) : FailureTests(server);

    [Collection(nameof(SuspendingLazyServer))]
    public sealed class OnSuspendingLazy(SuspendingLazyServer server) : FailureTests(server);

    [Collection(nameof(OldProtocolServer))]
    public sealed class OnOldProtocol(OldProtocolServer server) : FailureTests(server);

    [Collection(nameof(NewProtocolServer))]
    public sealed class OnNewProtocol(NewProtocolServer server) : FailureTests(server);

    [Collection(nameof(Http11Server))]
    public sealed class OnHttp11(Http11Server server) : FailureTests(server);

    public sealed class OnReplayingHost() : FailureTests(new ReplayingHost());
}
