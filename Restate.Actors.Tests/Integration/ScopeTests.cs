using Restate.Actors.Admin;
using Restate.Actors.Tests.Conformance;
using Restate.Actors.Tests.Integration.Admin;
using Restate.Actors.Tests.TestTools;
using Xunit;

namespace Restate.Actors.Tests.Integration;

/// <summary>Scopes and limit keys through the ingress, on a server with its previews switched on and on one without.</summary>
public sealed class ScopeTests(ScopeTests.PreviewServer preview) : IClassFixture<ScopeTests.PreviewServer>
{
    private string Key { get; } = $"k/{Guid.NewGuid():N}";

    private string Scope { get; } = $"s{Guid.NewGuid():N}";

    private IRestateClient Client => preview.Host.Client;

    [Fact]
    public async Task Call_Service_HandlerSeesScopeLimitKeyAndIdempotencyKey()
    {
        var options = new CallOptions { Scope = Scope, LimitKey = "a/b", IdempotencyKey = "typed" };

        Assert.Equal($"{Scope} a/b typed", await Client.GetActor<IRequestProbe>().Call(probe => probe.DescribeAsync(), options));
        Assert.Equal($"{Scope} a/b typed", await Client.GetActor("RequestProbe").CallAsync<string>("Describe", options));
    }

    [Fact]
    public async Task Send_Service_AttachedByItsIdAndByItsKeyInTheScope()
    {
        var sent = await Client.GetActor<IRequestProbe>().Send(probe => probe.DescribeAsync(), new SendOptions { Scope = Scope, LimitKey = "x", IdempotencyKey = "sent" });
        var found = Client.GetActor<IRequestProbe>().GetInvocation(probe => probe.DescribeAsync(), "sent", Scope);

        Assert.Equal($"{Scope} x sent", await sent.AttachAsync());
        Assert.Equal($"{Scope} x sent", await found.AttachAsync());
        Assert.Equal(await sent.GetIdAsync(), await found.GetIdAsync());
        await Assert.ThrowsAsync<InvocationNotFoundException>(
            () => Client.GetActor<IRequestProbe>().GetInvocation(probe => probe.DescribeAsync(), "sent").PeekAsync());
    }

    [Fact]
    [Capability("Ingress client", "Scope, limit key")]
    public async Task Call_Object_StateIsApartInEachScope()
    {
        var cashbox = Client.GetActor<ICashbox>(Key);

        Assert.Equal(1, await cashbox.Call(actor => actor.Add(1), new CallOptions { Scope = Scope }));
        Assert.Equal(3, await cashbox.Call(actor => actor.Add(2), new CallOptions { Scope = Scope }));
        Assert.Equal(5, await cashbox.Add(5));
        Assert.Equal(7, await cashbox.Call(actor => actor.Add(7), new CallOptions { Scope = $"{Scope}2" }));

        await Eventually.BecomesTrueAsync(async () => (await preview.Admin.State.GetAsync("Cashbox", Key, Scope)).Get<int>("sum") == 3);
        Assert.Equal(5, (await preview.Admin.State.GetAsync("Cashbox", Key)).Get<int>("sum"));
    }

    [Fact]
    public async Task ReplaceState_InAScope_ChangesThatOneOnly()
    {
        var cashbox = Client.GetActor<ICashbox>(Key);
        await cashbox.Call(actor => actor.Add(1), new CallOptions { Scope = Scope });
        await cashbox.Add(5);
        await Eventually.BecomesTrueAsync(async () => (await preview.Admin.State.GetAsync("Cashbox", Key, Scope)).Values.Count == 1);

        var state = await preview.Admin.State.GetAsync("Cashbox", Key, Scope);
        await preview.Admin.State.ReplaceAsync(state.Set("sum", 100));

        await Eventually.BecomesTrueAsync(async () => (await preview.Admin.State.GetAsync("Cashbox", Key, Scope)).Get<int>("sum") == 100);
        Assert.Equal(101, await cashbox.Call(actor => actor.Add(1), new CallOptions { Scope = Scope }));
        Assert.Equal(6, await cashbox.Add(1));
    }

    [Fact]
    public async Task Workflow_InAScope_RunAttachAndSecondCall()
    {
        var voyage = Client.GetActor<IVoyage>(Key);

        Assert.Equal("arrived in Rome", await voyage.Call(trip => trip.Run("Rome"), new CallOptions { Scope = Scope }));
        Assert.Equal("arrived in Rome", await Client.GetWorkflow<IVoyage, string>(Key, Scope).AttachAsync());
        await Assert.ThrowsAsync<WorkflowAlreadyStartedException>(() => voyage.Call(trip => trip.Run("Oslo"), new CallOptions { Scope = Scope }));
        await Assert.ThrowsAsync<InvocationNotFoundException>(() => Client.GetWorkflow<IVoyage, string>(Key).PeekAsync());
    }

    [Fact]
    public async Task List_ByScope_FindsTheInvocationWithItsLimitKey()
    {
        var sent = await Client.GetActor<IRequestProbe>().Send(probe => probe.DescribeAsync(), new SendOptions { Scope = Scope, LimitKey = "a/b" });
        await sent.AttachAsync();

        var invocation = Assert.Single(await preview.Admin.Invocations.ListAsync(new InvocationFilter { Scope = Scope }));

        Assert.Equal((Scope, "a/b"), (invocation.Scope, invocation.LimitKey));
    }

    [Fact]
    public async Task Version_TellsThatThePreviewsAreOn()
    {
        var version = await preview.Admin.GetVersionAsync();

        Assert.True(version.Features["vqueues"]);
        Assert.True(version.Features["scoped_virtual_objects"]);
    }

    public sealed class PreviewServer : IAsyncLifetime
    {
        private RestateServer? _server;
        private ClientHost? _host;

        public ClientHost Host => _host ?? throw new InvalidOperationException("The host is not started yet.");

        public IRestateAdmin Admin => _server!.Admin.Client;

        public async Task InitializeAsync()
        {
            _server = await RestateServer.StartAsync(RestateServerSettings.NewestProtocol
                .With("RESTATE_EXPERIMENTAL_ENABLE_VQUEUES", "true")
                .With("RESTATE_EXPERIMENTAL_ENABLE_SCOPED_VIRTUAL_OBJECTS", "true"));
            _host = await ClientHost.StartAsync(_server, "RequestProbe", "Cashbox", "Voyage");
        }

        public async Task DisposeAsync()
        {
            if (_server is not null)
            {
                await _server.DisposeAsync();
            }

            if (_host is not null)
            {
                await _host.DisposeAsync();
            }
        }
    }

    [Collection(RealServer.Name)]
    public sealed class WithoutPreview(RestateServerFixture fixture) : AdminTest(fixture)
    {
        [Fact]
        public async Task Call_InAScope_SaysWhatToSwitchOn()
        {
            var error = await Assert.ThrowsAsync<RestateBadRequestException>(
                () => Client.GetActor<ICashbox>(Key).Call(actor => actor.Add(1), new CallOptions { Scope = "s" }));

            Assert.Contains("scoped invocations require vqueues to be enabled", error.Message, StringComparison.Ordinal);
            Assert.EndsWith("start it with RESTATE_EXPERIMENTAL_ENABLE_VQUEUES=true, or leave the option Scope out.", error.Message, StringComparison.Ordinal);
        }
    }
}
