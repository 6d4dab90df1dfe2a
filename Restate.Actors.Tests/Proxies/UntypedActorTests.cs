using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Proxies;
using Restate.Actors.Tests.Generators;
using Xunit;

namespace Restate.Actors.Tests.Proxies;

public sealed class UntypedActorTests
{
    private readonly RecordingTransport _transport = new();

    [Fact]
    public async Task CallAsync_Service_HasNoKey()
    {
        _transport.Result = 3;

        Assert.Equal(3, await Service().CallAsync<string, int>("greet", "hi", new CallOptions { Scope = "s" }));

        var call = _transport.Calls.Single();
        Assert.Equal(("Greeter", null, "", "greet"), (call.Target.Contract.Name, call.Target.Contract.Key, call.Target.Key, call.Handler.Name));
        Assert.Equal(("hi", PayloadKind.Value, PayloadKind.Value), (call.Arguments, call.Handler.Input.Kind, call.Handler.Output.Kind));
        Assert.Equal("s", call.Options!.Scope);
    }

    [Fact]
    [Capability("Calls and sends from a handler", "Generic call by name")]
    public async Task CallAsync_Object_HasItsKey()
    {
        var actor = Object("k/1");

        await actor.CallAsync<string>("get");

        var call = _transport.Calls.Single();
        Assert.Equal(("Greeter", "k/1"), (actor.Service, actor.Key));
        Assert.Equal(("k/1", KeyFormats.TextKeys), (call.Target.Key, call.Target.Contract.Key));
        Assert.Equal(PayloadKind.None, call.Handler.Input.Kind);
    }

    [Fact]
    public async Task CallAsync_Bytes_AreRawBothWays()
    {
        _transport.Result = new byte[] { 2 };
        await Service().CallAsync<byte[], byte[]>("raw", [1]);
        _transport.Result = new ReadOnlyMemory<byte>([2]);
        await Service().CallAsync<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>>("raw", new byte[] { 1 });

        Assert.All(_transport.Calls, call => Assert.Equal((PayloadKind.Raw, PayloadKind.Raw), (call.Handler.Input.Kind, call.Handler.Output.Kind)));
    }

    [Fact]
    public async Task CallAsync_EmptyHandler_Refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Service().CallAsync<int>(""));
    }

    private UntypedActor Service() => new(new ActorTarget(new UntypedContract("Greeter", ActorKind.Service), "", _transport));

    private UntypedActor Object(string key) => new(new ActorTarget(new UntypedContract("Greeter", ActorKind.VirtualObject), key, _transport));
}
