using Microsoft.Extensions.DependencyInjection;
using Restate.Actors.CompilerServices;
using Restate.Actors.Internal.Contracts;
using Restate.Actors.Tests.Generators.Contracts;
using Xunit;

namespace Restate.Actors.Tests.Generators;

public sealed class GeneratedContractTests
{
    [Fact]
    [Capability("Definition and kinds", "Contract apart from implementation (interface + class)")]
    public void Instance_DescribesTheInterface()
    {
        var contract = __ILedger_Contract.Instance;

        Assert.Equal(("Ledger", ActorKind.VirtualObject, typeof(ILedger)), (contract.Name, contract.Kind, contract.InterfaceType));
        Assert.Same(KeyFormats.GuidKeys, contract.Key);
        Assert.Equal(
            [
                "Deposit DepositAsync Exclusive Arguments Value",
                "Withdraw WithdrawAsync Exclusive Value None",
                "Balance BalanceAsync Shared None Value",
                "Touch TouchAsync Shared Value None",
                "Rename RenameAsync Exclusive Arguments Value",
                "Import ImportBytesAsync Exclusive Raw Raw",
            ],
            contract.Handlers.Select(handler => $"{handler.Name} {handler.MethodName} {handler.Kind} {handler.Input.Kind} {handler.Output.Kind}"));
        Assert.Equal(["Load"], contract.Handlers[5].Aliases);
        Assert.False(contract.Handlers[4].Output.IsRequired);
        Assert.True(contract.Handlers[0].Output.IsRequired);
    }

    [Fact]
    public async Task Invoke_SeveralParameters_CallsTheImplementation()
    {
        using var source = new CancellationTokenSource();
        var ledger = new Ledger(TimeProvider.System);

        var result = await __ILedger_Contract.Handler_Deposit.Invoke(
            ledger, new __ILedger_Contract.Arguments_Deposit(5m, "web", Currency.Yen), source.Token);

        Assert.Equal(10m, result);
        Assert.Equal([TimeProvider.System, 5m, "web", Currency.Yen, source.Token], ledger.Calls);
    }

    [Fact]
    public async Task Invoke_NoResult_CompletesAfterTheImplementation()
    {
        var ledger = new Ledger(TimeProvider.System);

        Assert.Equal(default, await __ILedger_Contract.Handler_Touch.Invoke(ledger, 4, CancellationToken.None));
        Assert.Equal(default, await __ILedger_Contract.Handler_Withdraw.Invoke(ledger, 6m, CancellationToken.None));

        Assert.Equal([TimeProvider.System, 4, CancellationToken.None, 6m], ledger.Calls);
    }

    [Fact]
    public async Task Invoke_ValueTaskAndBytes_ReturnTheResult()
    {
        var ledger = new Ledger(TimeProvider.System);

        Assert.Equal(42m, await __ILedger_Contract.Handler_Balance.Invoke(ledger, default, CancellationToken.None));
        Assert.Equal([1, 2], await __ILedger_Contract.Handler_Import.Invoke(ledger, new byte[] { 1, 2 }, CancellationToken.None));
    }

    [Fact]
    public void AddGeneratedActors_AddsTheActorsOfTheProject()
    {
        var services = new ServiceCollection().AddSingleton(TimeProvider.System);

        new RestateActorsBuilder(services).AddGeneratedActors();

        using var provider = services.BuildServiceProvider();
        var registration = Assert.IsType<ActorRegistration<ILedger>>(
            Assert.Single(provider.GetServices<ActorRegistration>(), registration => registration.ImplementationType == typeof(Ledger)));
        Assert.Same(__ILedger_Contract.Instance, registration.Contract);
        Assert.Equal([TimeProvider.System], Assert.IsType<Ledger>(registration.Create(provider)).Calls);
    }
}
