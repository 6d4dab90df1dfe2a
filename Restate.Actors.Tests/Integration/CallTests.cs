using Restate.Actors.Tests.Integration.Actors;
using Restate.Actors.Tests.Integration.Servers;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration;

public abstract class CallTests(ActorBackend backend) : ActorTest(backend)
{
    private ICaller Caller => Client.GetActor<ICaller>();

    private ILine Line => Client.GetActor<ILine>(Key);

    [Fact]
    [Capability("Calls and sends from a handler", "Request/response call")]
    public async Task Call_FiveInTurn_AllAnswer()
    {
        Assert.Equal(Enumerable.Range(1, 5).Select(number => $"{Key}: {number}"), await Caller.CallInTurnAsync(Key));
    }

    [Fact]
    [Capability("Calls and sends from a handler", "Call as a future")]
    [Capability("Futures and combinators", "All")]
    public async Task Call_TenAtOnce_AnswersAreInTheOrderOfTheCalls()
    {
        Assert.Equal(Enumerable.Range(1, 10).Select(number => $"{Key}-{number}: hello"), await Caller.CallAtOnceAsync(Key, 10));
    }

    [Fact]
    [Capability("Futures and combinators", "First of several")]
    public async Task Call_TwoAtOnce_FasterOneWins()
    {
        Assert.Equal("fast", await Caller.CallTheFasterAsync(Key));
    }

    [Fact]
    [Capability("Futures and combinators", "Iterate in completion order")]
    [Capability("Futures and combinators", "Outcome fixed by journal order on replay")]
    public async Task Call_ResultsAsTheyCome_ComeInTheSameOrderInEveryAttempt()
    {
        var answers = await Caller.CallAsCompletedAsync(Key);

        Assert.Equal(2, Probe.Notes($"{Key}/order").Count);
        Assert.Equal(string.Join(' ', answers), Assert.Single(Probe.Notes($"{Key}/order").Distinct()));
        Assert.Equal(["1", "2", "3", "4", "5", "6"], answers.Order());
    }

    [Fact]
    [Capability("Errors", "Callee's metadata readable by the caller")]
    public async Task Call_CalleeFailsTerminally_CodeMessageAndMetadataArrive()
    {
        var caught = await Caller.CatchAsync(Key, "no such thing", 404);

        Assert.Equal(HasMetadata ? $"404 no such thing [key, {Key}]" : "404 no such thing ", caught);
    }

    [Fact]
    [Capability("Errors", "Terminal error with code")]
    public async Task Call_CalleeFailsTerminally_CallerOutsideSeesIt()
    {
        var error = await Assert.ThrowsAsync<TerminalException>(() => Line.FailAsync("gone", 410));

        Assert.Equal("gone", error.Message);
        Assert.Equal(410, error.Code);
        Assert.Equal(HasMetadata ? Key : null, error.Metadata.GetValueOrDefault("key"));
    }

    [Fact]
    [Capability("Calls and sends from a handler", "Headers on call")]
    public async Task Call_WithHeader_CalleeSeesItAndOthersDoNot()
    {
        Assert.Equal(["yes, really", null], await Caller.CallWithHeaderAsync(Key, "x-test", "yes, really"));
    }

    [Fact]
    [Capability("Calls and sends from a handler", "Idempotency key on call and send")]
    public async Task Call_TwiceWithOneIdempotencyKey_IsExecutedOnce()
    {
        Assert.Equal([1, 1], await Caller.CallTwiceWithOneIdempotencyKeyAsync(Key, $"call-{Key}"));
    }

    [Fact]
    [Capability("Calls and sends from a handler", "Idempotency key on call and send")]
    public async Task Send_TwiceWithOneIdempotencyKey_IsExecutedOnce()
    {
        Assert.Equal([1, 1], await Caller.SendTwiceWithOneIdempotencyKeyAsync(Key, $"send-{Key}"));
    }

    [Fact]
    [Capability("Calls and sends from a handler", "One-way and delayed send")]
    public async Task Send_TwentyToOneKey_AreHandledInOrder()
    {
        await Caller.SendManyAsync(Key, 20);

        await Eventually.BecomesTrueAsync(async () => (await Line.ContentAsync()).Count == 20);
        Assert.Equal(Enumerable.Range(1, 20), await Line.ContentAsync());
    }

    [Fact]
    [Capability("Calls and sends from a handler", "One-way and delayed send")]
    public async Task Send_WithDelay_IsHandledLater()
    {
        Assert.True(await Caller.SendLaterAsync(Key, 300) >= 300);
    }

    [Fact]
    [Capability("Calls and sends from a handler", "Invocation id of a call or send")]
    [Capability("Calls and sends from a handler", "Peek output by id")]
    public async Task Handle_OfSend_TellsIdAndOutput()
    {
        var seen = await Caller.FollowAsync(Key);

        Assert.StartsWith("inv_1", seen[0], StringComparison.Ordinal);
        Assert.Equal(["False", "done", "True done"], seen.Skip(1));
    }

    [Fact]
    [Capability("Calls and sends from a handler", "Cancel another invocation")]
    public async Task Handle_Cancel_InvocationIsCancelledAfterItCleanedUp()
    {
        Assert.Equal("409 Cancelled", await Caller.SendAndCancelAsync(Key, Key));
        Assert.Single(Probe.Notes($"{Key}/cleaned"));
    }

    [Fact]
    public async Task Call_TokenFires_CalleeIsCancelled()
    {
        Assert.Equal("409 Cancelled", await Caller.CancelCallByTokenAsync(Key, Key));
        Assert.Single(Probe.Notes($"{Key}/cleaned"));
    }

    [Fact]
    public async Task Attach_NoInvocationId_IsTerminal()
    {
        Assert.Equal("TerminalException 'nonsense' is no invocation id; such an id begins with inv_1.", await Caller.AttachToNobodyAsync("nonsense"));
    }

    [Fact]
    public async Task Call_ObjectWithGuidKey_IsReached()
    {
        var key = Guid.NewGuid();

        Assert.Equal(4, await Caller.CountOnceMoreAsync(key, 4));
        Assert.Equal(4, await Client.GetActor<ICounter>(key).ValueAsync());
    }

    /// <summary>With tests that need more of a server than memory has.</summary>
    public abstract class OnServer(ActorServer server) : CallTests(server)
    {
        private readonly ActorServer _server = server;

        [Fact]
        [Capability("Calls and sends from a handler", "Attach by id, typed result")]
        public async Task AttachAndPeek_UnknownInvocation_NotFound()
        {
            var finished = await Line.Send(line => line.EchoAsync("x"));
            var id = await finished.GetIdAsync();
            await finished.AttachAsync();
            await _server.Server.Admin.Client.Invocations.PurgeAsync(id);
            await Eventually.BecomesTrueAsync(async () => await _server.ColumnAsync(id, "status") is null);

            var expected = $"{nameof(InvocationNotFoundException)} Restate knows no invocation {id}: it never existed, was purged, was cancelled before it started, "
                + "or its retention is over.";
            Assert.Equal(expected, await Caller.AttachToNobodyAsync(id));
            Assert.Equal(expected, await Caller.PeekAtNobodyAsync(id));
        }
    }

    [Collection(nameof(DefaultServer))]
    public sealed class OnDefault(DefaultServer server) : OnServer(server);

    [Collection(nameof(SuspendingServer))]
    public sealed class OnSuspending(SuspendingServer server) : OnServer(server);

    [Collection(nameof(LazyServer))]
    public sealed class OnLazy(LazyServer server) : OnServer(server);

    [Collection(nameof(SuspendingLazyServer))]
    public sealed class OnSuspendingLazy(SuspendingLazyServer server) : OnServer(server);

    [Collection(nameof(OldProtocolServer))]
    public sealed class OnOldProtocol(OldProtocolServer server) : OnServer(server);

    [Collection(nameof(NewProtocolServer))]
    public sealed class OnNewProtocol(NewProtocolServer server) : OnServer(server);

    [Collection(nameof(Http11Server))]
    public sealed class OnHttp11(Http11Server server) : OnServer(server);

    public sealed class OnReplayingHost() : CallTests(new ReplayingHost());
}
