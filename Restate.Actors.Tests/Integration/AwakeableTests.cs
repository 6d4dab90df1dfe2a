using System.Net;
using System.Text;
using Restate.Actors.Tests.Integration.Actors;
using Restate.Actors.Tests.Integration.Servers;
using Xunit;

namespace Restate.Actors.Tests.Integration;

public abstract class AwakeableTests(ActorBackend backend) : ActorTest(backend)
{
    private IMailbox Mailbox => Client.GetActor<IMailbox>();

    [Fact]
    [Capability("Awakeables, signals, promises", "Resolve, reject from a handler")]
    public async Task Resolve_FromAHandler_ValueArrives()
    {
        var receiving = Mailbox.ReceiveAsync(Key);

        await Mailbox.AnswerAsync(await PublishedAsync(Key), new Letter("from a handler", 2));

        Assert.Equal(new Letter("from a handler", 2), await receiving);
    }

    [Fact]
    [Capability("Awakeables, signals, promises", "Awakeable")]
    public async Task Resolve_FromTheClient_ValueArrives()
    {
        var receiving = Mailbox.ReceiveAsync(Key);

        await Client.ResolveAwakeableAsync(await PublishedAsync(Key), new Letter("from outside", 3));

        Assert.Equal(new Letter("from outside", 3), await receiving);
    }

    [Fact]
    public async Task Resolve_Twice_FirstCounts()
    {
        var receiving = Mailbox.ReceiveAsync(Key);
        var id = await PublishedAsync(Key);

        await Mailbox.AnswerAsync(id, new Letter("first", 1));
        await Mailbox.AnswerAsync(id, new Letter("second", 2));

        Assert.Equal(new Letter("first", 1), await receiving);
    }

    [Fact]
    [Capability("Awakeables, signals, promises", "Resolve, reject from a handler")]
    public async Task Reject_FromAHandler_IsATerminalErrorThatCanBeCaught()
    {
        var receiving = Mailbox.TryReceiveAsync(Key);

        await Mailbox.RefuseAsync(await PublishedAsync(Key), "not wanted");

        Assert.Equal("500 not wanted", await receiving);
    }

    [Fact]
    public async Task Reject_FromTheClient_EndsTheInvocationThatDoesNotCatchIt()
    {
        var receiving = Mailbox.ReceiveAsync(Key);

        await Client.RejectAwakeableAsync(await PublishedAsync(Key), "no letters today");

        var error = await Assert.ThrowsAsync<TerminalException>(() => receiving);
        Assert.Equal("no letters today", error.Message);
        Assert.Equal(500, error.Code);
    }

    [Fact]
    public async Task Resolve_SeveralInAnyOrder_EachGetsItsValue()
    {
        var receiving = Mailbox.ReceiveManyAsync(Key, 3);

        foreach (var number in (int[])[2, 0, 1])
        {
            await Client.ResolveAwakeableAsync(await PublishedAsync($"{Key}/{number}"), $"value {number}");
        }

        Assert.Equal(["value 0", "value 1", "value 2"], await receiving);
    }

    [Fact]
    [Capability("Futures and combinators", "Timeout on any future")]
    public async Task Wait_NobodyResolves_LimitEndsIt()
    {
        Assert.Equal("nobody wrote", await Mailbox.ReceiveWithLimitAsync(Key, 30));
    }

    [Fact]
    public async Task Resolve_NoAwakeableId_IsTerminal()
    {
        var error = await Assert.ThrowsAsync<TerminalException>(() => Mailbox.AnswerAsync("nonsense", new Letter("lost", 1)));

        Assert.Equal("'nonsense' is no awakeable id; such an id begins with sign_1.", error.Message);
        Assert.Equal(400, error.Code);
    }

    [Fact]
    public async Task Signal_NobodySends_LimitEndsIt()
    {
        Assert.Equal("no signal", await Mailbox.WaitForSignalAsync(Key, "go"));
    }

    [Fact]
    [Capability("Awakeables, signals, promises", "Named signals: wait")]
    public async Task Signal_SeveralOfOneName_AreReceivedInOrder()
    {
        var receiving = Mailbox.ReceiveSignalsAsync(Key, "news", 3);
        var id = await PublishedAsync(Key);

        await Mailbox.SignalAsync(id, "news", "first");
        await Probe.ReachedAsync($"{Key}/1");
        await Mailbox.RejectSignalAsync(id, "news", "second");
        await Probe.ReachedAsync($"{Key}/2");
        await Mailbox.SignalAsync(id, "other", "for nobody");
        await Mailbox.SignalAsync(id, "news", "third");

        Assert.Equal(["first", "410 second", "third"], await receiving);
    }

    private async Task<string> PublishedAsync(string topic)
    {
        await Probe.ReachedAsync(topic);
        return Assert.Single(Probe.Notes(topic).Distinct());
    }

    /// <summary>With tests that need more of a server than memory has.</summary>
    public abstract class OnServer(ActorServer server) : AwakeableTests(server)
    {
        private readonly ActorServer _server = server;

        [Fact]
        public async Task Resolve_OverHttp_ValueArrives()
        {
            var receiving = Mailbox.ReceiveAsync(Key);

            var answer = await _server.Server.Ingress.PostJsonAsync(
                $"/restate/awakeables/{await PublishedAsync(Key)}/resolve", """{ "text": "by hand", "pages": 1 }""");

            Assert.Equal(HttpStatusCode.Accepted, answer.Status);
            Assert.Equal(new Letter("by hand", 1), await receiving);
        }

        [Fact]
        public async Task Reject_OverHttp_IsATerminalErrorThatCanBeCaught()
        {
            var receiving = Mailbox.TryReceiveAsync(Key);

            await _server.Server.Ingress.SendAsync(
                HttpMethod.Post, $"/restate/awakeables/{await PublishedAsync(Key)}/reject", Encoding.UTF8.GetBytes("by hand"), [("content-type", "text/plain")]);

            Assert.Equal("500 by hand", await receiving);
        }

        [Fact]
        public async Task Resolve_WithoutBody_IsTheDefaultValue()
        {
            var receiving = Mailbox.ReceiveMaybeAsync(Key);

            await _server.Server.Ingress.PostAsync($"/restate/awakeables/{await PublishedAsync(Key)}/resolve");

            Assert.Null(await receiving);
        }

        [Fact]
        public async Task Resolve_ValueOfAnotherType_IsTerminal()
        {
            var receiving = Mailbox.ReceiveAsync(Key);

            await _server.Server.Ingress.PostJsonAsync($"/restate/awakeables/{await PublishedAsync(Key)}/resolve", "[1,");

            var error = await Assert.ThrowsAsync<TerminalException>(() => receiving);
            Assert.StartsWith($"The result of an awakeable cannot be read as {typeof(Letter)}: ", error.Message, StringComparison.Ordinal);
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

    public sealed class OnReplayingHost() : AwakeableTests(new ReplayingHost());
}
