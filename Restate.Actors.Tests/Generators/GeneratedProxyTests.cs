using Restate.Actors.CompilerServices;
using Restate.Actors.Tests.Generators.Contracts;
using Xunit;

namespace Restate.Actors.Tests.Generators;

public sealed class GeneratedProxyTests
{
    private readonly RecordingTransport _transport = new();

    private ILedger Proxy => __ILedger_Contract.Instance.CreateProxy(new ActorTarget(__ILedger_Contract.Instance, "key", _transport));

    [Fact]
    [Capability("Calls and sends from a handler", "Typed proxy over the contract type")]
    public async Task Method_SeveralParameters_CallsWithArgumentsAndToken()
    {
        using var source = new CancellationTokenSource();
        _transport.Result = 12m;

        var result = await Proxy.DepositAsync(5m, "web", Currency.Yen, source.Token);

        Assert.Equal(12m, result);
        var call = Assert.Single(_transport.Calls);
        Assert.Same(__ILedger_Contract.Handler_Deposit, call.Handler);
        Assert.Equal("key", call.Target.Key);
        Assert.Same(__ILedger_Contract.Instance, call.Target.Contract);
        Assert.Equal(source.Token, call.Token);
        Assert.Null(call.Options);
        var arguments = Assert.IsType<__ILedger_Contract.Arguments_Deposit>(call.Arguments);
        Assert.Equal((5m, "web", Currency.Yen), (arguments.amount, arguments.reason, arguments.currency));
    }

    [Fact]
    public async Task Method_OneParameterWithoutResult_CallsWithTheValue()
    {
        await Proxy.WithdrawAsync(7m);

        var call = Assert.Single(_transport.Calls);
        Assert.Same(__ILedger_Contract.Handler_Withdraw, call.Handler);
        Assert.Equal(7m, call.Arguments);
        Assert.Equal(CancellationToken.None, call.Token);
    }

    [Fact]
    public async Task Method_NoParameterAndValueTask_CallsWithNoValue()
    {
        _transport.Result = 3m;

        Assert.Equal(3m, await Proxy.BalanceAsync());

        var call = Assert.Single(_transport.Calls);
        Assert.Same(__ILedger_Contract.Handler_Balance, call.Handler);
        Assert.Equal(default(NoValue), call.Arguments);
    }

    [Fact]
    public async Task Method_OptionalParameterLeftOut_SendsTheDeclaredDefault()
    {
        await Proxy.TouchAsync();

        var call = Assert.Single(_transport.Calls);
        Assert.Same(__ILedger_Contract.Handler_Touch, call.Handler);
        Assert.Equal(3, call.Arguments);
    }

    [Fact]
    public async Task Method_Task_IsTheTaskOfTheTransport()
    {
        _transport.Result = "new";

        Assert.Equal("new", await Proxy.RenameAsync(null));
        Assert.Null(Assert.IsType<__ILedger_Contract.Arguments_Rename>(Assert.Single(_transport.Calls).Arguments).name);
    }

    [Fact]
    [Capability("Calls and sends from a handler", "Generated typed client")]
    public void Contract_OfTheTestProject_IsRegistered()
    {
        Assert.Same(__ILedger_Contract.Instance, ActorContracts.Get<ILedger>());
    }
}
