using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Http;
using Restate.Actors.Internal.Operations;
using Restate.Actors.Internal.Protocol;
using Xunit;

namespace Restate.Actors.Tests.Operations;

public sealed class CallChainTests
{
    private static readonly ActorContract Contract = ActorContracts.Get<ICycleLink>();
    private static readonly HandlerContract Exclusive = Contract.Handlers.First(handler => handler.Kind == HandlerKind.Exclusive);
    private static readonly HandlerContract Shared = Contract.Handlers.First(handler => handler.Kind == HandlerKind.Shared);

    [Fact]
    public void Of_ExclusiveHandler_AddsItsKeyInAscii()
    {
        var chain = Chain(Exclusive, "a,b/ü %", "Other/1");

        Assert.Equal(new Header("x-actor-chain", "Other/1,CycleLink/a%2Cb%2F%C3%BC%20%25"), chain.ToHeader());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Other/1")]
    public void Of_SharedHandler_ForwardsWhatItGot(string? received)
    {
        Assert.Equal(received, Chain(Shared, "a", received).ToHeader()?.Value);
    }

    [Fact]
    public void Of_HeaderThatIsNoChain_IsDropped()
    {
        Assert.Equal("CycleLink/a", Chain(Exclusive, "a", "two words").ToHeader()?.Value);
    }

    [Fact]
    public void Of_DeepChain_ForgetsTheOutermostCallers()
    {
        var received = string.Join(',', Enumerable.Range(0, 1000).Select(number => $"Service/{number}"));

        var text = Chain(Exclusive, "a", received).ToHeader()!.Value.Value;

        Assert.InRange(text.Length, CallChain.MaxLength - 20, CallChain.MaxLength);
        Assert.EndsWith(",Service/999,CycleLink/a", text, StringComparison.Ordinal);
        Assert.StartsWith("Service/", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_LongKey_IsComparedByItsHash()
    {
        var key = new string('k', 10_000);
        var chain = Chain(Exclusive, key, received: null);

        Assert.InRange(chain.ToHeader()!.Value.Value.Length, 70, 80);
        Assert.Equal(508, Assert.Throws<TerminalException>(() => Check(chain, key, Exclusive)).Code);
        Check(chain, $"{key}k", Exclusive);
    }

    [Fact]
    [Capability("Hooks", "Deadlock detection for object call cycles")]
    public void Check_SameKey_OnlyAnExclusiveCallInTheSameScopeIsRefused()
    {
        var chain = Chain(Exclusive, "a", "Other/1");

        Check(chain, "b", Exclusive);
        Check(chain, "a", Shared);
        Check(chain, "a", Exclusive, scope: "s");
        var error = Assert.Throws<TerminalException>(() => Check(chain, "a", Exclusive));

        Assert.Equal(
            "[RSTA4004] The call of CycleLink/Follow can never end: its key waits for this invocation. The chain of calls is CycleLink/a -> CycleLink/a. "
            + "Use Send, make the handler [Shared], or set CallOptions.AllowCycle if nobody in the chain waits for the result.",
            error.Message);
    }

    [Fact]
    public void HeaderRules_ChainOfAUser_IsRefused()
    {
        Assert.Equal("The header 'X-Actor-Chain' belongs to HTTP or to Restate and cannot be set.", HeaderRules.Problem("X-Actor-Chain", "a"));
    }

    private static CallChain Chain(HandlerContract handler, string key, string? received)
    {
        Header[] headers = received is null ? [] : [new Header("other", "x"), new Header("X-Actor-Chain", received)];
        return CallChain.Of(Contract, handler, new StartMessage { Key = key }, headers);
    }

    private static void Check(CallChain chain, string key, HandlerContract handler, string? scope = null)
    {
        chain.Check(new ActorTarget(Contract, key, null!), handler, scope);
    }
}
